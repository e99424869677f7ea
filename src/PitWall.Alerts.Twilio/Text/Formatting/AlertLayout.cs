namespace PitWall.Alerts.Twilio;

/// <summary>How much an alert's text contains besides the message.</summary>
public enum AlertLayout
{
    /// <summary>Everything, labelled, with the time to the second.</summary>
    Full = 0,

    /// <summary>The same facts in as few characters as can still be read.</summary>
    Short = 1,
}

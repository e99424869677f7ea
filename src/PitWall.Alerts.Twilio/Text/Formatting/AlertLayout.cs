namespace PitWall.Alerts.Twilio;

/// <summary>How much an alert's text says about the alert around its message.</summary>
public enum AlertLayout
{
    /// <summary>Everything, labelled, with the time to the second.</summary>
    Full = 0,

    /// <summary>The same facts in as few characters as they can be read in.</summary>
    Short = 1,
}

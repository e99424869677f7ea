namespace PitWall.Alerts.Twilio;

/// <summary>Whether sending again helps after a Twilio error code.</summary>
public enum TwilioErrorRetry
{
    /// <summary>Not applicable.</summary>
    NotApplicable = 0,

    /// <summary>No: it would fail again.</summary>
    No,

    /// <summary>Yes: the same request after a back-off. It was not processed.</summary>
    Yes,

    /// <summary>After minutes or hours, if the alert still matters then.</summary>
    Later,

    /// <summary>Not before tomorrow.</summary>
    NextDay,

    /// <summary>Through another sender or channel.</summary>
    OtherWay,

    /// <summary>Only after making sure that it was not sent, because it may have been.</summary>
    Careful,
}

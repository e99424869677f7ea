namespace PitWall.Alerts.Twilio;

/// <summary>Whether a failed request may have taken effect at Twilio all the same.</summary>
public enum TwilioAcceptance
{
    /// <summary>It may have: the answer was lost or means nothing. Sending again may send twice.</summary>
    Unknown = 0,

    /// <summary>It has not: Twilio said no, or the request never left.</summary>
    NotAccepted = 1,
}

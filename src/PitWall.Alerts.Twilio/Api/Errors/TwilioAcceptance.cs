namespace PitWall.Alerts.Twilio;

/// <summary>Whether a failed request may nevertheless have taken effect at Twilio.</summary>
public enum TwilioAcceptance
{
    /// <summary>It may have: the answer was lost or inconclusive. Sending again may send twice.</summary>
    Unknown = 0,

    /// <summary>It has not: Twilio refused the request, or the request never left.</summary>
    NotAccepted = 1,
}

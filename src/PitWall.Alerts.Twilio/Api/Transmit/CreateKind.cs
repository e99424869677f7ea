namespace PitWall.Alerts.Twilio.Api;

/// <summary>What is created at Twilio.</summary>
internal enum CreateKind
{
    /// <summary>A message: SMS or WhatsApp.</summary>
    Message,

    /// <summary>A call.</summary>
    Call,
}

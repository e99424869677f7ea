namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Which limit held an alert back, and the setting it has. Constant: floods are what limits are for.</summary>
internal static class LimitSentences
{
    public const string Recipient = "The recipient has had its alerts for now (Delivery:Limits:Recipient; by default 10 a minute and 5 at once).";
    public const string CriticalRecipient =
        "The recipient has had its critical alerts for now (Delivery:Limits:CriticalRecipient; by default 10 a minute and 10 at once).";
    public const string Sender = "The channel's sender has sent its alerts for now (Delivery:Limits:Sender).";
    public const string Global = "The service has sent its alerts for now (Delivery:Limits:Global).";
    public const string Cooldown = "An alert of its kind and type went to the recipient too short a time ago (Delivery:Limits:Cooldown).";
}

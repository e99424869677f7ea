namespace PitWall.Alerts.Twilio.Api;

/// <summary>A number the account owns.</summary>
internal sealed class NumberResource
{
    public string? PhoneNumber { get; set; }
}

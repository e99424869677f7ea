namespace PitWall.Alerts.Twilio.Api;

/// <summary>Twilio's Balance resource; the amount is a string.</summary>
internal sealed class BalanceResource
{
    public string? Balance { get; set; }

    public string? Currency { get; set; }
}

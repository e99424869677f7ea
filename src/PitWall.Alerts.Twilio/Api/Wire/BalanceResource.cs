namespace PitWall.Alerts.Twilio.Api;

/// <summary>Twilio's Balance resource; the amount is a string.</summary>
internal sealed class BalanceResource : ITwilioResource
{
    public bool IsWhole => Balance is not null;

    public string? Balance { get; set; }

    public string? Currency { get; set; }
}

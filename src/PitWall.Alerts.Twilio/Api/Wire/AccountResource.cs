namespace PitWall.Alerts.Twilio.Api;

/// <summary>Twilio's Account resource without its <c>auth_token</c>, which comes in the clear and is never read.</summary>
internal sealed class AccountResource : ITwilioResource
{
    public bool IsWhole => Api.Sid.Is(Sid, "AC");

    public string? Sid { get; set; }

    public string? Status { get; set; }

    public string? Type { get; set; }
}

namespace PitWall.Alerts.Twilio.Testing.Account;

/// <summary>
/// A phone number of the account and the host's webhooks for it. Source: twilio/twilio-oai, <c>api.v2010.account.incoming_phone_number</c>.
/// </summary>
internal sealed record OwnedNumber
{
    public required string Sid { get; init; }

    public required string PhoneNumber { get; init; }

    public required string FriendlyName { get; init; }

    public string SmsUrl { get; init; } = "";

    public string SmsMethod { get; init; } = "POST";

    public string SmsFallbackUrl { get; init; } = "";

    public string SmsFallbackMethod { get; init; } = "POST";

    public string VoiceUrl { get; init; } = "";

    public string VoiceMethod { get; init; } = "POST";

    public string VoiceFallbackUrl { get; init; } = "";

    public string VoiceFallbackMethod { get; init; } = "POST";

    public string StatusCallback { get; init; } = "";

    public string StatusCallbackMethod { get; init; } = "POST";

    public DateTimeOffset DateCreated { get; init; }

    public DateTimeOffset DateUpdated { get; init; }
}

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>The library's normalizer under the options in force, so that it follows their reloads.</summary>
internal sealed class CurrentNormalizer(Func<PhoneNumberOptions> options) : IPhoneNumberNormalizer
{
    private readonly PhoneNumberNormalizer _normalizer = new();

    public PhoneNumberResult Normalize(ReadOnlySpan<char> text) => _normalizer.Normalize(text, options());

    public PhoneNumberResult Normalize(ReadOnlySpan<char> text, PhoneNumberOptions options) => _normalizer.Normalize(text, options);
}

using PitWall.Alerts.Twilio.PhoneNumbers;

namespace PitWall.Alerts.Twilio;

/// <summary>
/// The library's own normalizer. It reads as libphonenumber does, with the built-in numbering plan, but refuses readings that
/// could reach a wrong recipient. Thread-safe; never throws because of what a text contains.
/// </summary>
public sealed class PhoneNumberNormalizer : IPhoneNumberNormalizer
{
    private readonly PhoneNumberOptions _options;

    /// <summary>Creates a normalizer.</summary>
    /// <param name="options">
    /// The options for <see cref="Normalize(ReadOnlySpan{char})"/>; <see langword="null"/> for the defaults.
    /// </param>
    public PhoneNumberNormalizer(PhoneNumberOptions? options = null) => _options = options ?? new PhoneNumberOptions();

    /// <inheritdoc/>
    public PhoneNumberResult Normalize(ReadOnlySpan<char> text) => Normalize(text, _options);

    /// <inheritdoc/>
    public PhoneNumberResult Normalize(ReadOnlySpan<char> text, PhoneNumberOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        var result = PhoneNumberReader.Read(text, options.DefaultRegion, options.Level, options.Styles, out var entry);

        return result.IsSuccess && PhoneNumberRules.FindProblem(entry, options) is { Error: not PhoneNumberError.None } problem
            ? new PhoneNumberResult(problem)
            : result;
    }
}

namespace PitWall.Alerts.Twilio;

/// <summary>
/// Turns what a person typed into an E.164 number, or explains why it cannot be one. Implementations are thread-safe and never
/// throw because of what a text contains.
/// </summary>
public interface IPhoneNumberNormalizer
{
    /// <summary>Reads a text with the normalizer's own options.</summary>
    /// <param name="text">E.164, international or national text; <c>whatsapp:</c> and <c>tel:</c> in front are understood.</param>
    /// <returns>The number, or the reason why there is none.</returns>
    PhoneNumberResult Normalize(ReadOnlySpan<char> text);

    /// <summary>Reads a text with the given options.</summary>
    /// <param name="text">E.164, international or national text; <c>whatsapp:</c> and <c>tel:</c> in front are understood.</param>
    /// <param name="options">The options for this text. Read only during the call.</param>
    /// <returns>The number, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="options"/> is <see langword="null"/>.</exception>
    PhoneNumberResult Normalize(ReadOnlySpan<char> text, PhoneNumberOptions options);
}

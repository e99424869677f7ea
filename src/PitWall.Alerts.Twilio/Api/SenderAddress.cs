namespace PitWall.Alerts.Twilio.Api;

/// <summary>Who a message or call can come from.</summary>
/// <remarks>Source: Twilio docs, Message resource, <c>From</c>; Alphanumeric sender IDs (up to 11 characters, one letter at least).</remarks>
internal static class SenderAddress
{
    public const string WhatsAppPrefix = "whatsapp:";

    private const int MaxAlphanumeric = 11;
    private const int MinShortCode = 3;
    private const int MaxShortCode = 8;

    public static bool IsWhatsApp(ReadOnlySpan<char> text) => text.StartsWith(WhatsAppPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether texts can come from it: a number in E.164, a short code, or an alphanumeric sender.</summary>
    public static bool CanText(string text, PhoneNumberOptions numbers) =>
        text.StartsWith('+') ? CanCall(text, numbers) : IsShortCode(text) || IsAlphanumeric(text);

    /// <summary>Whether calls can come from it: a number in E.164. Where only the shape of recipients counts, only that of senders does.</summary>
    public static bool CanCall(string? text, PhoneNumberOptions numbers) => E164PhoneNumber.TryParse(text, Level(numbers), out _, out _);

    /// <summary>Writes a WhatsApp sender as Twilio wants it, be it given with or without the prefix.</summary>
    /// <returns><see langword="null"/> when it is not a number in E.164.</returns>
    public static string? OnWhatsApp(string text)
    {
        var number = IsWhatsApp(text) ? text.AsSpan(WhatsAppPrefix.Length) : text;
        return E164PhoneNumber.TryParse(number, null, out var e164) ? WhatsAppPrefix + e164.ToString() : null;
    }

    private static PhoneNumberLevel Level(PhoneNumberOptions numbers) =>
        numbers.Level < PhoneNumberLevel.Possible ? numbers.Level : PhoneNumberLevel.Possible;

    private static bool IsShortCode(string text) =>
        text.Length is >= MinShortCode and <= MaxShortCode && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool IsAlphanumeric(string text) =>
        text.Length <= MaxAlphanumeric
        && text.Any(char.IsAsciiLetter)
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_' or '&' or '+');
}

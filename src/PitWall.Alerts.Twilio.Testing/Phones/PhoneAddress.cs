namespace PitWall.Alerts.Twilio.Testing.Phones;

/// <summary>Addresses as Twilio writes them: E.164, a short code, a name, or a number with the prefix of its channel.</summary>
internal static class PhoneAddress
{
    public const string WhatsAppPrefix = "whatsapp:";

    private const int MinDigits = 7;

    // E.164, section 6: at most 15 digits.
    private const int MaxDigits = 15;

    // North American numbers have 10 digits behind the 1.
    private const int NanpDigits = 11;

    public static bool IsWhatsApp(string address) => address.StartsWith(WhatsAppPrefix, StringComparison.OrdinalIgnoreCase);

    public static SandboxChannel Channel(string address) => IsWhatsApp(address) ? SandboxChannel.WhatsApp : SandboxChannel.Sms;

    public static string Number(string address) => IsWhatsApp(address) ? address[WhatsAppPrefix.Length..] : address;

    public static string On(SandboxChannel channel, string number) => channel == SandboxChannel.WhatsApp ? WhatsAppPrefix + number : number;

    /// <summary>
    /// The address without the punctuation that people write and Twilio ignores, its prefix in lower case; null when it is no number.
    /// </summary>
    public static string? Normalize(string address)
    {
        var channel = Channel(address);
        var text = string.Concat(Number(address).Where(static c => c is not (' ' or '-' or '.' or '(' or ')')));
        return IsE164(text) ? On(channel, text) : null;
    }

    public static bool IsE164(string text)
    {
        if (text is not ['+', >= '1' and <= '9', ..] || text.AsSpan(1).ContainsAnyExceptInRange('0', '9')) return false;

        var digits = text.Length - 1;
        return text[1] == '1' ? digits == NanpDigits : digits is >= MinDigits and <= MaxDigits;
    }

    /// <summary>3 to 6 digits without a plus.</summary>
    public static bool IsShortCode(string text) => text.Length is >= 3 and <= 6 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>1 to 11 letters, digits and spaces with at least one letter. Source: Twilio docs, "Alphanumeric Sender ID".</summary>
    public static bool IsAlphanumericSender(string text) =>
        text.Length is >= 1 and <= 11
        && text.Any(char.IsAsciiLetter)
        && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_' or '&' or '+');
}

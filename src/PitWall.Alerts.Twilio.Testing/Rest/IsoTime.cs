using System.Globalization;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>
/// Times in requests: ISO 8601, in UTC unless they say otherwise. Source: Twilio docs, Message resource, SendAt and DateSent. That a space may
/// stand for the T is our choice.
/// </summary>
internal static class IsoTime
{
    private static readonly string[] Days = ["yyyy-MM-dd"];

    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK"];

    public static bool TryParse(string text, out DateTimeOffset time) => TryParse(text, Times, out time);

    public static bool TryParseDay(string text, out DateTimeOffset day) => TryParse(text, Days, out day);

    private static bool TryParse(string text, string[] formats, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Settings that are not set come as <see langword="null"/> or as empty text.</summary>
internal static class OptionalText
{
    public static string? NullIfEmpty(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

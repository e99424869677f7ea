using System.Buffers;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Twilio's identifiers: two letters that tell the kind and 32 hexadecimal digits.</summary>
/// <remarks>Source: the patterns in Twilio's published OpenAPI document.</remarks>
internal static class Sid
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdefABCDEF");

    private const int Length = 34;

    public static bool Is(string? text, string prefix) =>
        text is { Length: Length }
        && text.StartsWith(prefix, StringComparison.Ordinal)
        && !text.AsSpan(prefix.Length).ContainsAnyExcept(Digits);

    public static bool IsMessage(string? text) => Is(text, "SM") || Is(text, "MM");

    public static bool IsCall(string? text) => Is(text, "CA");
}

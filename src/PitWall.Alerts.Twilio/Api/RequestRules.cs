using System.Globalization;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Twilio's limits, checked before a request costs anything. Each refusal names the field and the rule.</summary>
/// <remarks>Source: Twilio docs, Message resource and Call resource, request parameters; error pages 21609, 21617, 21623, 32018, 35114.</remarks>
internal static class RequestRules
{
    public const int MaxBodyCharacters = 1600;
    public const int MaxTwimlCharacters = 4000;

    private const int MaxMedia = 10;
    private const int MaxCallbackCharacters = 4000;
    private const int MaxSendDigits = 32;

    private static readonly TimeSpan LongestValidity = TimeSpan.FromSeconds(36_000);
    private static readonly TimeSpan SoonestSendAt = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LatestSendAt = TimeSpan.FromDays(35);
    private static readonly TimeSpan ShortestRing = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRing = TimeSpan.FromSeconds(600);
    private static readonly TimeSpan LongestCall = TimeSpan.FromDays(1);

    public static void Content(string? body, IReadOnlyList<Uri> media, string? contentSid, IReadOnlyDictionary<string, string>? variables)
    {
        if (string.IsNullOrWhiteSpace(body) && media.Count == 0 && contentSid is null)
            throw Refuse("Body", "is empty, and there are neither MediaUrls nor a ContentSid.");

        if (body?.Length > MaxBodyCharacters)
            throw Refuse("Body", string.Create(CultureInfo.InvariantCulture, $"has {body.Length} characters; Twilio takes {MaxBodyCharacters}."));

        if (media.Count > MaxMedia)
            throw Refuse("MediaUrls", string.Create(CultureInfo.InvariantCulture, $"has {media.Count} addresses; Twilio takes {MaxMedia}."));

        foreach (var uri in media)
            Web(uri, "MediaUrls");

        if (contentSid is not null && !Sid.Is(contentSid, "HX"))
            throw Refuse("ContentSid", "is not HX and 32 hexadecimal digits.");

        if (variables is not null && contentSid is null)
            throw Refuse("ContentVariables", "needs a ContentSid.");
    }

    public static void Callback(Uri? uri)
    {
        if (uri is null)
            return;

        Web(uri, "StatusCallback");
        if (uri.OriginalString.Length > MaxCallbackCharacters)
            throw Refuse("StatusCallback", string.Create(CultureInfo.InvariantCulture, $"has more than {MaxCallbackCharacters} characters."));

        if (uri.Host.Contains('_', StringComparison.Ordinal))
            throw Refuse("StatusCallback", "has an underscore in its host name, which Twilio refuses.");
    }

    public static void MessagingService(string? sid)
    {
        if (sid is not null && !Sid.Is(sid, "MG"))
            throw Refuse("MessagingServiceSid", "is not MG and 32 hexadecimal digits.");
    }

    public static void Validity(TimeSpan? validity)
    {
        if (validity is { } v && (v < TimeSpan.FromSeconds(1) || v > LongestValidity))
            throw Refuse("ValidityPeriod", "must be 1 s to 36,000 s.");
    }

    public static void Schedule(DateTimeOffset? sendAt, string? messagingServiceSid, DateTimeOffset now)
    {
        if (sendAt is not { } at)
            return;

        if (messagingServiceSid is null)
            throw Refuse("SendAt", "needs a MessagingServiceSid; without one Twilio may send at once.");

        if (at < now + SoonestSendAt || at > now + LatestSendAt)
            throw Refuse("SendAt", "must be 15 minutes to 35 days ahead.");
    }

    public static void Call(VoiceCall call)
    {
        var sources = (call.Message is null ? 0 : 1) + (call.Twiml is null ? 0 : 1) + (call.Url is null ? 0 : 1);
        if (sources != 1)
            throw Refuse("Message", "Twiml and Url: exactly one of the three must be set.");

        if (call.Message is not null && string.IsNullOrWhiteSpace(call.Message))
            throw Refuse("Message", "is empty.");

        if (call.Twiml?.Length > MaxTwimlCharacters)
            throw Refuse("Twiml", string.Create(CultureInfo.InvariantCulture, $"has {call.Twiml.Length} characters; Twilio takes {MaxTwimlCharacters} inline."));

        if (call.Url is not null)
            Web(call.Url, "Url");

        if (call.RingTimeout is { } ring && (ring < ShortestRing || ring > LongestRing))
            throw Refuse("RingTimeout", "must be 5 s to 600 s.");

        if (call.TimeLimit is { } limit && (limit < TimeSpan.FromSeconds(1) || limit > LongestCall))
            throw Refuse("TimeLimit", "must be 1 s to 86,400 s.");

        if (call.SendDigits is { } digits && (digits.Length > MaxSendDigits || digits.AsSpan().ContainsAnyExcept("0123456789*#wW")))
            throw Refuse("SendDigits", "must be at most 32 of 0-9 * # w W.");

        if (!Enum.IsDefined(call.MachineDetection))
            throw Refuse("MachineDetection", "is not a known value.");
    }

    public static ArgumentException Refuse(string field, string rule) => new($"{field} {rule}", field);

    private static void Web(Uri uri, string field)
    {
        if (!uri.IsAbsoluteUri || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            throw Refuse(field, "must be an absolute http or https address.");
    }
}

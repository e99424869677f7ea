using System.Globalization;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Twilio's limits on messages.</summary>
/// <remarks>Source: Twilio docs, Message resource, request parameters; the pages of errors 21617, 21623, 35114 and 35118.</remarks>
internal static class MessageRules
{
    private const int MaxMedia = 10;

    private static readonly TimeSpan ShortestValidity = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestValidity = TimeSpan.FromSeconds(36_000);
    private static readonly TimeSpan SoonestSendAt = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LatestSendAt = TimeSpan.FromDays(35);

    public static void Content(string? body, IReadOnlyList<Uri> media, string? contentSid, IReadOnlyDictionary<string, string>? variables)
    {
        if (string.IsNullOrWhiteSpace(body) && media.Count == 0 && contentSid is null)
            throw RequestRules.Refuse("Body", "is empty, and there are neither MediaUrls nor a ContentSid.");

        if (body?.Length > SmsText.MaxLength)
            throw RequestRules.Refuse("Body", Invariant($"has {body.Length:N0} characters; Twilio takes {SmsText.MaxLength:N0}."));

        if (media.Count > MaxMedia)
            throw RequestRules.Refuse("MediaUrls", Invariant($"holds {media.Count} addresses; Twilio takes {MaxMedia}."));

        foreach (var uri in media)
            RequestRules.Address(uri, "MediaUrls");

        if (contentSid is not null && !Sid.Is(contentSid, "HX"))
            throw RequestRules.Refuse("ContentSid", "must be HX and 32 hexadecimal digits.");

        if (variables is null)
            return;

        if (contentSid is null)
            throw RequestRules.Refuse("ContentVariables", "needs a ContentSid.");

        foreach (var (name, value) in variables)
        {
            if (string.IsNullOrEmpty(name) || value is null)
                throw RequestRules.Refuse("ContentVariables", "holds a variable without a name or without a value.");
        }
    }

    public static void MessagingService(string? sid)
    {
        if (sid is not null && !Sid.Is(sid, "MG"))
            throw RequestRules.Refuse("MessagingServiceSid", "must be MG and 32 hexadecimal digits.");
    }

    public static void Validity(TimeSpan? validity)
    {
        if (validity is { } v && (v < ShortestValidity || v > LongestValidity))
            throw RequestRules.Refuse("ValidityPeriod", "must be 1 s to 36,000 s.");
    }

    public static void Schedule(DateTimeOffset? sendAt, string? messagingServiceSid, TimeProvider twilioClock)
    {
        if (sendAt is not { } at)
            return;

        if (messagingServiceSid is null)
            throw RequestRules.Refuse("SendAt", "needs a MessagingServiceSid: without one Twilio may send at once.");

        var ahead = at - twilioClock.GetUtcNow();
        if (ahead < SoonestSendAt || ahead > LatestSendAt)
            throw RequestRules.Refuse("SendAt", "must be 15 minutes to 35 days ahead.");
    }

    public static void OtherThanSender(E164PhoneNumber recipient, string? from)
    {
        if (from is null)
            return;

        Span<char> to = stackalloc char[E164PhoneNumber.MaxDigits + 1];
        recipient.TryFormat(to, out var written, default, null);
        if (to[..written].SequenceEqual(from.AsSpan(from.IndexOf(':', StringComparison.Ordinal) + 1)))
            throw RequestRules.Refuse("To", "is the sender's own number.");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

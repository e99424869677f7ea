namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>
/// The address of a webhook, cut at the places where what Twilio signed may differ from what we see. Only the literal text is cut, never
/// normalised: a URI class would change case, escapes or slashes, and with them the signature.
/// </summary>
internal readonly ref struct TwilioSignatureUrl
{
    /// <summary>By how much another form can be longer than the literal one: <c>:443</c>.</summary>
    public const int MaxAddedLength = 4;

    private const string BodyHashKey = "bodySHA256=";

    /// <summary>The scheme with its <c>://</c>.</summary>
    public required ReadOnlySpan<char> Scheme { get; init; }

    /// <summary><c>user:password@</c>, or nothing.</summary>
    public required ReadOnlySpan<char> UserInfo { get; init; }

    /// <summary>The host alone.</summary>
    public required ReadOnlySpan<char> Host { get; init; }

    /// <summary>The port with its colon, or nothing.</summary>
    public required ReadOnlySpan<char> Port { get; init; }

    /// <summary>Path and query.</summary>
    public required ReadOnlySpan<char> Rest { get; init; }

    /// <summary>The port to try instead of <see cref="Port"/>: none where there is one, the scheme's default where there is none.</summary>
    public ReadOnlySpan<char> OtherPort =>
        !Port.IsEmpty ? default
        : Scheme.Length == "https://".Length || Scheme.Length == "wss://".Length ? ":443" : ":80";

    /// <summary>The fragment holds Twilio's connection overrides: neither sent nor signed.</summary>
    public static ReadOnlySpan<char> WithoutFragment(ReadOnlySpan<char> url)
    {
        var fragment = url.IndexOf('#');
        return fragment < 0 ? url : url[..fragment];
    }

    public static bool TryParse(ReadOnlySpan<char> url, out TwilioSignatureUrl parsed)
    {
        parsed = default;
        var schemeEnd = SchemeLength(url);
        if (schemeEnd == 0) return false;

        var afterScheme = url[schemeEnd..];
        var authorityLength = afterScheme.IndexOfAny('/', '?');
        var authority = authorityLength < 0 ? afterScheme : afterScheme[..authorityLength];
        var userInfoLength = authority.LastIndexOf('@') + 1;
        var hostAndPort = authority[userInfoLength..];
        var colon = hostAndPort.LastIndexOf(':');
        // In an IPv6 literal only a colon behind the bracket starts a port.
        if (colon < hostAndPort.LastIndexOf(']')) colon = -1;
        var hostLength = colon < 0 ? hostAndPort.Length : colon;
        if (hostLength == 0) return false;

        parsed = new TwilioSignatureUrl
        {
            Scheme = url[..schemeEnd],
            UserInfo = authority[..userInfoLength],
            Host = hostAndPort[..hostLength],
            Port = hostAndPort[hostLength..],
            Rest = afterScheme[authority.Length..],
        };
        return true;
    }

    /// <summary>The value of the query's <c>bodySHA256</c>, or nothing when there is none.</summary>
    public static ReadOnlySpan<char> BodyHash(ReadOnlySpan<char> url)
    {
        url = WithoutFragment(url);
        var start = url.IndexOf('?');
        if (start < 0) return default;

        var query = url[(start + 1)..];
        foreach (var range in query.Split('&'))
        {
            if (query[range].StartsWith(BodyHashKey, StringComparison.Ordinal)) return query[range][BodyHashKey.Length..];
        }

        return default;
    }

    private static int SchemeLength(ReadOnlySpan<char> url) =>
        url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
        : url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
        : url.StartsWith("wss://", StringComparison.OrdinalIgnoreCase) ? 6
        : url.StartsWith("ws://", StringComparison.OrdinalIgnoreCase) ? 5
        : 0;
}

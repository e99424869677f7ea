using System.Diagnostics.CodeAnalysis;

namespace PitWall.Alerts.Twilio.Testing.Callbacks;

/// <summary>
/// A webhook's address, cut into what goes over the wire and what does not. The text that is signed is the literal one: a host may have
/// signed parameters in its own query and must get them back unchanged.
/// </summary>
/// <param name="Wire">The URL without user information and fragment, as it is called and signed.</param>
/// <param name="Authority">Host and port as written.</param>
/// <param name="UserInfo"><c>user:password</c> for Basic authentication; empty without.</param>
/// <param name="Fragment">The connection overrides; empty without.</param>
internal sealed record WebhookAddress(string Wire, string Authority, string UserInfo, string Fragment)
{
    private static readonly UriCreationOptions Literal = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>For the HTTP client: path and query as written.</summary>
    public Uri Uri
    {
        get
        {
            // A literal one cannot be taken apart, as ASP.NET Core's test server does, so it is only for what would be written anew.
            var literal = new Uri(Wire, Literal);
            var usual = new Uri(Wire);
            return usual.PathAndQuery == literal.PathAndQuery ? usual : literal;
        }
    }

    public static bool TryParse(string? url, [NotNullWhen(true)] out WebhookAddress? address)
    {
        address = null;
        // Source: RFC 3986, section 2: an address is written in printable ASCII; anything else would go out as it is, line ends included.
        if (url is null || url.AsSpan().ContainsAnyExceptInRange('!', '~')) return false;

        var fragmentAt = url.IndexOf('#', StringComparison.Ordinal);
        var fragment = fragmentAt < 0 ? "" : url[(fragmentAt + 1)..];
        var rest = fragmentAt < 0 ? url : url[..fragmentAt];
        var schemeEnd = rest.IndexOf("://", StringComparison.Ordinal) + 3;
        if (schemeEnd < 3 || rest.AsSpan(0, schemeEnd - 3) is not ("http" or "https")) return false;

        var authorityEnd = rest.AsSpan(schemeEnd).IndexOfAny('/', '?');
        authorityEnd = authorityEnd < 0 ? rest.Length : schemeEnd + authorityEnd;
        var hostStart = rest.LastIndexOf('@', authorityEnd - 1, authorityEnd - schemeEnd) + 1;
        if (hostStart == 0) hostStart = schemeEnd;

        // A request needs a path; the only place where the literal text is completed.
        var slash = authorityEnd < rest.Length && rest[authorityEnd] == '/' ? "" : "/";
        var wire = rest[..schemeEnd] + rest[hostStart..authorityEnd] + slash + rest[authorityEnd..];
        if (!Uri.TryCreate(wire, Literal, out var uri) || uri.Host.Length == 0) return false;

        address = new WebhookAddress(wire, rest[hostStart..authorityEnd], rest[schemeEnd..Math.Max(schemeEnd, hostStart - 1)], fragment);
        return true;
    }

    /// <summary>The same address with fields in its query, as for a GET.</summary>
    public WebhookAddress With(IReadOnlyList<KeyValuePair<string, string>> fields) => fields.Count == 0
        ? this
        : this with { Wire = Wire + (Wire.Contains('?', StringComparison.Ordinal) ? "&" : "?") + FormText.Write(fields) };
}

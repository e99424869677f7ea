namespace PitWall.Alerts.Twilio.Api;

/// <summary>The addresses a request hands to Twilio: which ones it takes, and how they are written.</summary>
internal static class WebAddress
{
    /// <summary>Twilio docs, Message resource, <c>StatusCallback</c>, and the page of error 21609.</summary>
    public const int MaxCallbackCharacters = 4000;

    /// <returns>The rule that an address breaks; <see langword="null"/> when it breaks none.</returns>
    public static string? FindProblem(Uri uri) =>
        uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && HasHostOnWire(uri)
            ? null
            : "must be an absolute http or https address.";

    // Not every name in other letters can be written in those of the wire, and only asking tells.
    private static bool HasHostOnWire(Uri uri)
    {
        try
        {
            return uri.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    /// <param name="uri">The address of a status callback.</param>
    /// <param name="reserved">Characters that will be added to it.</param>
    /// <returns>The rule that it breaks; <see langword="null"/> when it breaks none.</returns>
    public static string? FindCallbackProblem(Uri uri, int reserved = 0)
    {
        if (FindProblem(uri) is { } problem)
            return problem;

        if (uri.Host.Contains('_', StringComparison.Ordinal))
            return "must not have an underscore in its host name: Twilio refuses it.";

        return OnWire(uri).Length + reserved > MaxCallbackCharacters
            ? FormattableString.Invariant($"must have at most {MaxCallbackCharacters - reserved:N0} characters.")
            : null;
    }

    /// <summary>
    /// The address letter by letter as it was given, since Twilio signs what it calls; escaped only where it holds what no
    /// address may.
    /// </summary>
    public static string OnWire(Uri uri)
    {
        var given = uri.OriginalString;
        if (!given.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return given;

        var escaped = new UriBuilder(uri) { Host = uri.IdnHost };
        if (uri.IsDefaultPort)
            escaped.Port = -1;

        return escaped.Uri.AbsoluteUri;
    }
}

using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>The parts of the page, which travel inside the assembly.</summary>
internal static class PageAssets
{
    private const string Prefix = "PhonesPage/";

    // Nothing but the page's own parts; it may not be framed; text never becomes markup or script.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly FrozenDictionary<string, byte[]> Parts = typeof(PageAssets).Assembly.GetManifestResourceNames()
        .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(static name => name[Prefix.Length..], Read);

    /// <summary>Answers with a part; 404 when there is none of that name.</summary>
    public static async Task WriteAsync(HttpContext context, string name)
    {
        var response = context.Response;
        if (!Parts.TryGetValue(name, out var part))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Protect(response.Headers);
        response.ContentType = Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };
        response.ContentLength = part.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(part, context.RequestAborted).ConfigureAwait(false);
    }

    public static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
        var part = new byte[stream.Length];
        stream.ReadExactly(part);
        return part;
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>
/// Keeps other sites out of the page. The sandbox listens on loopback, but so does every browser on the machine: a site could post to it, or point its own name at
/// 127.0.0.1 (DNS rebinding) and read it.
/// </summary>
/// <remarks>Source: Fetch Metadata Request Headers (W3C), "Sec-Fetch-Site"; RFC 6454, section 7, "The HTTP Origin Header Field".</remarks>
internal static class PageGuard
{
    /// <summary>Whether the page, its parts and its events may be read: the host is loopback by name, and no other site asks for anything but the page itself.</summary>
    public static bool MayRead(HttpRequest request) =>
        IsLoopback(request.Host) && (!IsFromOtherSite(request) || request.Headers["Sec-Fetch-Dest"] == "document");

    /// <summary>Whether an action may be carried out: the page itself asks for it, from its own origin.</summary>
    public static bool MayAct(HttpRequest request) =>
        IsLoopback(request.Host) && !IsFromOtherSite(request) && request.Headers.Origin == $"{request.Scheme}://{request.Host.Value}";

    /// <summary>A form of another site cannot send this type without asking first.</summary>
    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The port does not matter: it may be forwarded.</summary>
    private static bool IsLoopback(HostString host) => host.Host is "127.0.0.1" or "localhost" or "[::1]";

    private static bool IsFromOtherSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "none" or "same-origin");
}

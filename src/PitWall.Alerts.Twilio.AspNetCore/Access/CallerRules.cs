using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Who may use endpoints for which the host has set no policy: this machine, and nothing that acts for others.</summary>
/// <remarks>
/// A peer on loopback is not enough: it may be a proxy (which adds headers), or a local browser that a page from elsewhere causes to send
/// requests (whose Host or Origin is not this machine). A proxy that hides everything cannot be told from a local caller; see
/// docs/security.md.
/// </remarks>
internal static class CallerRules
{
    /// <summary>What ASP.NET's authorization middleware leaves behind (its source: <c>AuthorizationMiddleware</c>).</summary>
    private const string AuthorizationHasRun = "__AuthorizationMiddlewareWithEndpointInvoked";

    private static readonly string[] ProxyHeaderPrefixes = ["X-Forwarded-", "X-Original-"];

    private static readonly string[] ProxyHeaders =
        ["Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "True-Client-IP", "CF-Connecting-IP", "Fastly-Client-IP"];

    /// <summary>Whether the host has specified who may use an endpoint; ASP.NET then enforces it.</summary>
    /// <remarks>
    /// ASP.NET itself refuses to serve what <c>RequireAuthorization</c> marks if no middleware has checked the mark. It does not
    /// notice that for the other marks, so they count only if its middleware has run.
    /// </remarks>
    public static bool IsDecidedByHost(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } metadata
        && (metadata.GetMetadata<IAllowAnonymous>() is not null
            || metadata.GetMetadata<IAuthorizeData>() is not null
            || (context.Items.ContainsKey(AuthorizationHasRun)
                && (metadata.GetMetadata<AuthorizationPolicy>() is not null || metadata.GetMetadata<IAuthorizationRequirementData>() is not null)));

    /// <summary>Why a request is not one of this machine's own; <see langword="null"/> when it is.</summary>
    public static string? WhyNotLocal(HttpContext context)
    {
        if (!IsLoopback(context.Connection.RemoteIpAddress))
            return "it does not come from this machine";

        if (!IsLoopbackHost(context.Request.Host))
            return "its Host header is not this machine";

        foreach (var (name, _) in context.Request.Headers)
        {
            if (IsProxyHeader(name))
                return "it came through a proxy";
        }

        if (context.Request.Headers.Origin is { Count: > 0 } origins && !IsLoopbackOrigin(origins.ToString()))
            return "a web page elsewhere made it";

        return null;
    }

    private static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsLoopbackHost(HostString host)
    {
        var name = host.Host;
        if (string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase))
            return true;

        // Only the usual way to write an address: others, such as 2130706433, are how requests are smuggled.
        return IPAddress.TryParse(name.AsSpan().Trim("[]"), out var address)
            && address.ToString() == name.Trim('[', ']')
            && IsLoopback(address);
    }

    private static bool IsLoopbackOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsLoopbackHost(new HostString(uri.Host));

    private static bool IsProxyHeader(string name) =>
        Array.Exists(ProxyHeaderPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(ProxyHeaders, header => name.Equals(header, StringComparison.OrdinalIgnoreCase));
}

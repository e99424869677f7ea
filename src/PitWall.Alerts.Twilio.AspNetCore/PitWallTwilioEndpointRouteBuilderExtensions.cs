using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Maps PitWall's endpoints and webhooks into a web host.</summary>
public static class PitWallTwilioEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the REST endpoints: <c>/sms/send</c>, <c>/whatsapp/send</c>, <c>/voice/call</c>, <c>/alerts/...</c>,
    /// <c>/messages/{sid}/status</c> and <c>/health</c>.
    /// </summary>
    /// <remarks>
    /// Without an authorization policy only this machine is served: peer and Host header on loopback, and no sign of a proxy. To specify
    /// who may use the endpoints, call <c>RequireAuthorization</c> on the returned builder, or <c>AllowAnonymous</c> to open them to
    /// everyone. A fallback policy alone does not open them.
    /// </remarks>
    /// <param name="endpoints">The host's route builder.</param>
    /// <param name="prefix">The path under which they are mapped. Default <c>/api/twilio</c>.</param>
    /// <param name="account">The account, as given to <c>AddPitWallTwilio</c>. Default <see langword="null"/>: the default one.</param>
    /// <param name="configure">Sets limits. Default <see langword="null"/>: the defaults.</param>
    /// <returns>A builder for conventions that apply to all endpoints.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="endpoints"/> or <paramref name="prefix"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Thrown when a limit is out of its range.</exception>
    /// <exception cref="InvalidOperationException">Thrown when the account was not registered.</exception>
    public static IEndpointConventionBuilder MapPitWallTwilio(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string prefix = "/api/twilio",
        string? account = null,
        Action<PitWallTwilioEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        var options = new PitWallTwilioEndpointOptions();
        configure?.Invoke(options);
        options.Validate();

        var services = endpoints.ServiceProvider;
        var access = new AccountAccess(account);
        access.ThrowIfMissing(services);
        var clock = services.GetRequiredKeyedService<TimeProvider>(PitWallTwilioServiceKeys.TransportClock);

        var group = endpoints.MapGroup(prefix).AddEndpointFilter(new AccessGuard(prefix, options, services));
        var map = new EndpointMap(group, prefix, access, options, services);
        new SmsEndpoint(map).Map();
        new WhatsAppEndpoint(map).Map();
        new VoiceEndpoint(map).Map();
        new AlertEndpoints(map).Map();
        new StatusEndpoint(map).Map();
        new LedgerEndpoints(map).Map();
        new HealthEndpoint(map, account ?? string.Empty, new HealthReports(options.HealthLifetime, clock)).Map();
        return group;
    }

    /// <summary>
    /// Maps the webhooks: <c>POST /status</c> for messages and calls, <c>POST /inbound</c> for inbound messages, and
    /// <c>/voice/{token}</c> for the words of calls (<see cref="VoiceOptions.ScriptAddress"/>).
    /// </summary>
    /// <remarks>
    /// Every request must be signed by Twilio with one of the account's tokens; anything else is answered with 403 and changes nothing.
    /// The signature is the proof, so the webhooks need no authorization; if the host's fallback policy requires it, add
    /// <c>AllowAnonymous</c>.
    /// </remarks>
    /// <param name="endpoints">The host's route builder.</param>
    /// <param name="prefix">The path under which they are mapped. Default <c>/twilio</c>.</param>
    /// <param name="account">The account, as given to <c>AddPitWallTwilio</c>. Default <see langword="null"/>: the default one.</param>
    /// <returns>A builder for conventions that apply to all webhooks.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="endpoints"/> or <paramref name="prefix"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">Thrown when the account was not registered.</exception>
    public static IEndpointConventionBuilder MapPitWallTwilioWebhooks(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix = "/twilio", string? account = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        var access = new AccountAccess(account);
        access.ThrowIfMissing(endpoints.ServiceProvider);

        var group = endpoints.MapGroup(prefix);
        new WebhookEndpoints(access).Map(group);
        return group.ExcludeFromDescription();
    }
}

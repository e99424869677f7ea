using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>What all endpoints of one mapping share: where they are, whose they are, what they take.</summary>
internal sealed class EndpointMap(
    RouteGroupBuilder group, string prefix, AccountAccess account, PitWallTwilioEndpointOptions options, IServiceProvider services)
{
    private readonly ILogger _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("PitWall.Alerts.Twilio.AspNetCore");

    public AccountAccess Account => account;

    public PitWallTwilioEndpointOptions Options => options;

    public string Prefix => prefix;

    /// <summary>Adds an endpoint that takes a body.</summary>
    public RouteHandlerBuilder Post<TRequest>(string route, Func<HttpContext, Task<IResult>> handle)
        where TRequest : notnull =>
        Describe(group.MapPost(route, handle), route)
            .Accepts<TRequest>("application/json")
            .Produces<ProblemResponse>(StatusCodes.Status400BadRequest, Problem.ContentType)
            .Produces<ProblemResponse>(StatusCodes.Status413PayloadTooLarge, Problem.ContentType)
            .Produces<ProblemResponse>(StatusCodes.Status415UnsupportedMediaType, Problem.ContentType)
            .Produces<ProblemResponse>(StatusCodes.Status422UnprocessableEntity, Problem.ContentType)
            .Produces<ProblemResponse>(StatusCodes.Status429TooManyRequests, Problem.ContentType)
            .Produces<ProblemResponse>(StatusCodes.Status502BadGateway, Problem.ContentType)
            .Produces<ProblemResponse>(StatusCodes.Status503ServiceUnavailable, Problem.ContentType)
            .Produces<ProblemResponse>(StatusCodes.Status504GatewayTimeout, Problem.ContentType);

    /// <summary>Adds an endpoint that only looks.</summary>
    public RouteHandlerBuilder Get(string route, Delegate handle) => Describe(group.MapGet(route, handle), route);

    /// <summary>The time that answers carry.</summary>
    public static DateTimeOffset Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    public void LogFailure(TwilioAlertException e)
    {
        var type = e is TwilioApiException { ErrorCode: { } code } ? code.ToString() : e.GetType().Name;
        EndpointLog.SendFailed(_logger, prefix, type, QuotedNumbers.Mask(e.Message));
    }

    private RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint, string route) =>
        endpoint
            .WithName(EndpointNames.Of(services).Take(prefix + route))
            .WithTags("Twilio")
            .Produces<ProblemResponse>(StatusCodes.Status403Forbidden, Problem.ContentType);
}

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Runs before every endpoint, before anything of a request is read: is this caller allowed, and not too frequent?</summary>
internal sealed class AccessGuard(string prefix, PitWallTwilioEndpointOptions options, IServiceProvider services) : IEndpointFilter
{
    private readonly SendLimiter _sends = new(options);
    private readonly ILogger _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("PitWall.Alerts.Twilio.AspNetCore");
    private readonly LogPause _refusals = new(ClockOf(services));
    private readonly LogPause _floods = new(ClockOf(services));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (!CallerRules.IsDecidedByHost(http) && CallerRules.WhyNotLocal(http) is { } why)
        {
            if (_refusals.MaySpeak())
                EndpointLog.NotOpen(_logger, prefix, why);

            return Problem.NotOpen();
        }

        // A parameter of the path or query could not be read.
        if (http.Response.StatusCode == StatusCodes.Status400BadRequest)
            return Problem.Invalid("The path or the query holds a value of the wrong type.");

        if (HttpMethods.IsPost(http.Request.Method) && !_sends.TryTake(out var retryAfter))
        {
            if (_floods.MaySpeak())
                EndpointLog.TooManySends(_logger, prefix);

            return Problem.TooMany(retryAfter);
        }

        return await next(context).ConfigureAwait(false);
    }

    private static TimeProvider ClockOf(IServiceProvider services) =>
        services.GetRequiredKeyedService<TimeProvider>(PitWallTwilioServiceKeys.TransportClock);
}

using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>The answers that say no, as <c>application/problem+json</c>.</summary>
internal static class Problem
{
    public const string ContentType = "application/problem+json";

    public static IResult Of(ProblemResponse problem, TimeSpan? retryAfter = null)
    {
        var result = Results.Json(problem, EndpointJson.Wire.ProblemResponse, ContentType, problem.Status);
        return retryAfter is { } wait ? new LaterResult(result, wait) : result;
    }

    public static IResult Invalid(string detail) =>
        Of(new ProblemResponse { Title = "The request is not valid.", Status = StatusCodes.Status400BadRequest, Detail = detail });

    public static IResult Invalid(FieldErrors errors) => Of(new ProblemResponse
    {
        Title = "The request is not valid.",
        Status = StatusCodes.Status400BadRequest,
        Detail = "See errors: what is wrong with which field.",
        Errors = errors.ToDictionary(),
    });

    public static IResult NotOpen() => Of(new ProblemResponse
    {
        Title = "These endpoints are not open to this caller.",
        Status = StatusCodes.Status403Forbidden,
        Detail = "Without an authorization policy they serve only the machine they run on.",
    });

    public static IResult Unknown(string detail) =>
        Of(new ProblemResponse { Title = "Not found.", Status = StatusCodes.Status404NotFound, Detail = detail });

    public static IResult TooLarge(int maxBytes) => Of(new ProblemResponse
    {
        Title = "The body is too large.",
        Status = StatusCodes.Status413PayloadTooLarge,
        Detail = string.Create(CultureInfo.InvariantCulture, $"At most {maxBytes} bytes are accepted."),
    });

    public static IResult NotJson() => Of(new ProblemResponse
    {
        Title = "The body must be JSON.",
        Status = StatusCodes.Status415UnsupportedMediaType,
        Detail = "Send it as application/json, in UTF-8.",
    });

    public static IResult TooMany(TimeSpan retryAfter) => Of(
        new ProblemResponse
        {
            Title = "Too many requests.",
            Status = StatusCodes.Status429TooManyRequests,
            Detail = "Nothing was sent. Try again later.",
            Acceptance = WireNames.Of(TwilioAcceptance.NotAccepted),
        },
        retryAfter);

    public static IResult NotConfigured(IReadOnlyList<string> missing) => Of(new ProblemResponse
    {
        Title = "Twilio is not configured.",
        Status = StatusCodes.Status503ServiceUnavailable,
        Detail = missing.Count == 0 ? "There is no sender for this channel." : $"Missing: {string.Join(", ", missing)}.",
        Missing = missing,
        Acceptance = WireNames.Of(TwilioAcceptance.NotAccepted),
    });

    /// <summary>An answer that also says when to try again.</summary>
    private sealed class LaterResult(IResult inner, TimeSpan retryAfter) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var seconds = Math.Max(1, (long)Math.Ceiling(retryAfter.TotalSeconds));
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return inner.ExecuteAsync(httpContext);
        }
    }
}

using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Testing.Events;
using PitWall.Alerts.Twilio.Testing.Faults;
using PitWall.Alerts.Twilio.Testing.Storage;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>
/// From a request on the wire to an answer on the wire: reads it, plays a fault if one is due, serves it, records both, and writes the
/// answer.
/// </summary>
internal sealed class ApiPipeline(
    TwilioSandboxOptions options, ApiRouter router, SandboxFaults faults, BoundedLog<SandboxRequest> log, SandboxEvents events, SidFactory sids)
{
    private int _concurrent;

    public async Task HandleAsync(HttpContext context)
    {
        var concurrent = Interlocked.Increment(ref _concurrent);
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var started = options.TimeProvider.GetTimestamp();
            var (request, refusal) = await ReadAsync(context.Request, answered.Task, context.RequestAborted).ConfigureAwait(false);
            var (answer, fault) = refusal is null ? await ServeAsync(request).ConfigureAwait(false) : (ApiAnswer.From(refusal), null);
            var elapsed = options.TimeProvider.GetElapsedTime(started);
            var headers = context.Response.Headers;
            headers["Twilio-Concurrent-Requests"] = concurrent.ToString(CultureInfo.InvariantCulture);
            headers["Twilio-Request-Id"] = "RQ" + (answer.ResourceSid?[2..] ?? sids.NextHex());
            headers["Twilio-Request-Duration"] = elapsed.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
            headers["X-Home-Region"] = "us1";
            headers["X-Api-Domain"] = "api.twilio.com";
            // The sandbox's own clock, not the machine's.
            headers.Date = options.TimeProvider.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
            await AnswerWriter.WriteAsync(context, answer, fault, options.TimeProvider).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The client has gone, or the sandbox is stopping.
        }
        catch (IOException)
        {
            // The same, seen from the socket.
        }
        finally
        {
            Interlocked.Decrement(ref _concurrent);
            answered.TrySetResult();
        }
    }

    private async ValueTask<(ApiAnswer Answer, SandboxFault? Fault)> ServeAsync(ApiRequest request)
    {
        var entry = new SandboxRequest
        {
            At = options.TimeProvider.GetUtcNow(),
            Method = request.Method,
            Path = request.Path,
            Query = request.Query,
            Form = request.Form,
        };
        SandboxFault? fault = null;
        ApiAnswer? honest = null;
        ApiAnswer answer;
        try
        {
            fault = faults.Choose(entry);
            honest = fault is null or { TakesEffect: true } ? await router.RouteAsync(request).ConfigureAwait(false) : null;
            answer = fault?.Answer?.ToAnswer() ?? honest ?? ApiAnswer.NoContent;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The answer contains the cause, for the person who runs the test; most likely a predicate of the test threw.
            answer = ApiError.Broken($"The sandbox failed, or a predicate that was given to Faults.When: {e}");
        }

        entry = entry with
        {
            StatusCode = fault?.Damage == FaultDamage.Reset ? null : answer.Status,
            ErrorCode = answer.ErrorCode,
            Fault = fault?.Name,
            ResourceSid = honest?.ResourceSid,
        };
        log.Add(entry);
        events.Publish(new RequestAnswered(entry));
        return (answer, fault);
    }

    private static async Task<(ApiRequest Request, ApiError? Refusal)> ReadAsync(
        HttpRequest request, Task answered, CancellationToken cancellationToken)
    {
        var body = "";
        ApiError? refusal = null;
        try
        {
            if (request.ContentLength is not 0)
            {
                using var reader = new StreamReader(request.Body, Encoding.UTF8);
                body = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (BadHttpRequestException e)
        {
            refusal = e.StatusCode == StatusCodes.Status413PayloadTooLarge ? ApiError.TooLarge : ApiError.Unreadable;
        }

        var query = request.QueryString.Value is { Length: > 1 } text ? text[1..] : "";
        return (new ApiRequest
        {
            Method = request.Method,
            Path = request.Path.Value ?? "",
            QueryText = query,
            Query = FormText.Read(query),
            Form = IsForm(request.ContentType) ? FormText.Read(body) : [],
            Authorization = request.Headers.Authorization,
            Answered = answered,
        }, refusal);
    }

    /// <summary>
    /// Whether a body is read as a form: nothing of any other is, so its parameters are missing. What Twilio makes of a body without a type is
    /// not documented; it is read.
    /// </summary>
    private static bool IsForm(string? contentType) =>
        string.IsNullOrEmpty(contentType)
        || (MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase));
}

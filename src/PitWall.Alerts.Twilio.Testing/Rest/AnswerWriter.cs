using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using PitWall.Alerts.Twilio.Testing.Faults;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>Writes an answer, damaged where a fault asks for it.</summary>
internal static class AnswerWriter
{
    public static async Task WriteAsync(HttpContext context, ApiAnswer answer, SandboxFault? fault, TimeProvider clock)
    {
        var damage = fault?.Damage ?? FaultDamage.None;
        if (damage == FaultDamage.Reset)
        {
            Reset(context);
            return;
        }

        if (damage == FaultDamage.SlowHeaders) await Task.Delay(fault!.Delay, clock, context.RequestAborted).ConfigureAwait(false);

        var response = context.Response;
        var body = damage == FaultDamage.EmptyBody ? default : answer.Body;
        response.StatusCode = answer.Status;
        response.ContentType = damage == FaultDamage.WrongContentType ? "text/plain" : answer.ContentType;
        if (answer.Status == 401) response.Headers.WWWAuthenticate = "Basic realm=\"Twilio API\"";
        if (answer.RetryAfter is { } retryAfter) response.Headers.RetryAfter = retryAfter;
        if (answer.Status != 204) response.ContentLength = body.Length;

        if (damage is FaultDamage.CutBody or FaultDamage.SlowBody)
        {
            await response.Body.WriteAsync(body[..(body.Length / 2)], context.RequestAborted).ConfigureAwait(false);
            await response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            // Kestrel closes a connection whose answer is shorter than its length: an orderly end, after what was written has gone out.
            if (damage == FaultDamage.CutBody) return;

            await Task.Delay(fault!.Delay, clock, context.RequestAborted).ConfigureAwait(false);
            body = body[(body.Length / 2)..];
        }

        if (!body.IsEmpty) await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        await response.CompleteAsync().ConfigureAwait(false);
    }

    /// <summary>Closes so that the client sees a reset, not an orderly end: without lingering, TCP sends RST.</summary>
    private static void Reset(HttpContext context)
    {
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket) socket.LingerState = new LingerOption(enable: true, seconds: 0);
        context.Abort();
    }
}

using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>Sends an open page what changes, as server-sent events: one frame at once, and not more than some a second, whatever happens in the sandbox.</summary>
/// <remarks>Source: HTML Living Standard, section "Server-sent events".</remarks>
internal sealed class PageStream(PageModel model)
{
    // A browser opens at most six connections to a host; this is for several browsers.
    private const int MaxPages = 24;

    // Ten frames a second look alive and leave a browser time to draw.
    private static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(100);

    // Moves the clock, shows what changes without an event, and finds out that a page has gone.
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    private int _open;

    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        try
        {
            if (Interlocked.Increment(ref _open) > MaxPages)
            {
                response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            PageAssets.Protect(response.Headers);
            response.ContentType = "text/event-stream";
            var buffer = new PageBuffer();
            using (model.Events.Follow(buffer.Take)) await WriteFramesAsync(response, buffer, context.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task WriteFramesAsync(HttpResponse response, PageBuffer buffer, CancellationToken cancellationToken)
    {
        var frames = new PageFrames(model);
        var output = response.BodyWriter;
        while (true)
        {
            output.Write("data: "u8);
            using (var json = new Utf8JsonWriter(output)) frames.Write(json, buffer.TakeAll());
            output.Write("\n\n"u8);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
            await Task.Delay(FrameTime, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            await buffer.WaitAsync(Pulse, cancellationToken).ConfigureAwait(false);
        }
    }
}

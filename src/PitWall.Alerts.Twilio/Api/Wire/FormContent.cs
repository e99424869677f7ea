using System.Net;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>One attempt's view of a <see cref="FormBuffer"/>. It remembers whether the body was ever asked for.</summary>
internal sealed class FormContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _body;

    public FormContent(ReadOnlyMemory<byte> body)
    {
        _body = body;
        Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
    }

    /// <summary>
    /// Whether the body began to leave. While it has not, Twilio cannot have processed the request, whatever the error says.
    /// </summary>
    public bool HasStarted { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasStarted = true;
        return stream.WriteAsync(_body, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}

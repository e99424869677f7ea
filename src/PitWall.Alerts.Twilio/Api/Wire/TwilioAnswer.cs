using System.Buffers;
using System.Net;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>What came back from one attempt. The body is pooled: dispose, and read nothing after.</summary>
internal sealed class TwilioAnswer : IDisposable
{
    private byte[] _buffer;
    private readonly int _length;

    public TwilioAnswer(byte[] buffer, int length)
    {
        _buffer = buffer;
        _length = length;
    }

    public required HttpStatusCode StatusCode { get; init; }

    public string? RequestId { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Twilio's clock when it answered, to the second.</summary>
    public DateTimeOffset? Date { get; init; }

    public ReadOnlySpan<byte> Body => _buffer.AsSpan(0, _length);

    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }
}

using System.Buffers;
using System.Net;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>The body of an answer, in a pooled buffer that grows as far as an answer of Twilio's may.</summary>
internal sealed class AnswerBuffer : IDisposable
{
    /// <summary>No answer we ask for comes near this; a page of 100 messages has about 100 kB.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const int InitialBytes = 4096;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialBytes);
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>An answer that is there already, for fakes.</summary>
    public static AnswerBuffer Of(ReadOnlySpan<byte> bytes)
    {
        var buffer = new AnswerBuffer { _length = bytes.Length };
        if (buffer._bytes.Length < bytes.Length)
        {
            ArrayPool<byte>.Shared.Return(buffer._bytes);
            buffer._bytes = ArrayPool<byte>.Shared.Rent(bytes.Length);
        }

        bytes.CopyTo(buffer._bytes);
        return buffer;
    }

    /// <exception cref="TwilioTransportException">Thrown when there is more than any answer of Twilio's has.</exception>
    public async Task FillAsync(Stream stream, HttpStatusCode status, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_length == _bytes.Length)
                Grow(status);

            var read = await stream.ReadAsync(_bytes.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return;

            _length += read;
        }
    }

    public void Clear() => _length = 0;

    public void Dispose()
    {
        var bytes = Interlocked.Exchange(ref _bytes, []);
        _length = 0;
        if (bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(bytes);
    }

    private void Grow(HttpStatusCode status)
    {
        if (_length >= MaxBytes)
            throw TransportFailure.Oversized(status, MaxBytes);

        var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}

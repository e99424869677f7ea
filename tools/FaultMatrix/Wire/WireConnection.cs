using System.Text;

namespace FaultMatrix.Wire;

/// <summary>Reads requests from a stream, one after the other.</summary>
internal sealed class WireConnection(Stream stream)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _length;

    /// <returns>The next request; <see langword="null"/> when the client has gone.</returns>
    public async Task<WireRequest?> ReadAsync(CancellationToken cancellationToken)
    {
        int end;
        while ((end = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!await FillAsync(cancellationToken))
                return null;
        }

        var head = Encoding.ASCII.GetString(_buffer, 0, end).Split("\r\n");
        var start = end + 4;
        var length = ContentLength(head);
        while (_length < start + length)
        {
            if (!await FillAsync(cancellationToken))
                return null;
        }

        var body = Encoding.UTF8.GetString(_buffer, start, length);
        _buffer.AsSpan(start + length, _length - start - length).CopyTo(_buffer);
        _length -= start + length;
        var line = head[0].Split(' ');
        return new WireRequest(line[0], line[1], body);
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        var read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken);
        _length += read;
        return read > 0;
    }

    private static int ContentLength(string[] head)
    {
        foreach (var line in head)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                return int.Parse(line.AsSpan("Content-Length:".Length), provider: System.Globalization.CultureInfo.InvariantCulture);
        }

        return 0;
    }
}

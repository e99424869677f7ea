using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Reads the body of a request into pooled memory, and no further than allowed.</summary>
internal static class BoundedBody
{
    private const int FirstBytes = 4_096;

    /// <returns>The rented bytes and how many of them count; <see langword="null"/> when the body is longer than allowed.</returns>
    public static async ValueTask<(byte[]? Bytes, int Length)> ReadAsync(HttpRequest request, int maxBytes)
    {
        if (request.ContentLength > maxBytes)
            return (null, 0);

        var bytes = ArrayPool<byte>.Shared.Rent((int)(request.ContentLength ?? Math.Min(FirstBytes, maxBytes)) + 1);
        var length = 0;
        var isDone = false;
        try
        {
            while (true)
            {
                var read = await request.Body.ReadAsync(bytes.AsMemory(length), request.HttpContext.RequestAborted).ConfigureAwait(false);
                length += read;
                if (length > maxBytes)
                    return (null, 0);

                if (read == 0)
                {
                    isDone = true;
                    return (bytes, length);
                }

                if (length == bytes.Length)
                    bytes = Grow(bytes);
            }
        }
        finally
        {
            if (!isDone)
                ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    private static byte[] Grow(byte[] bytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
        bytes.CopyTo(larger.AsSpan());
        ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        return larger;
    }
}

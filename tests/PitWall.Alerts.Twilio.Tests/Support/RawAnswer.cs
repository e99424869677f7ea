using System.Text;

namespace PitWall.Alerts.Twilio.Tests;

/// <summary>What a <see cref="RawTwilio"/> does with one request: the bytes it writes, and what it does with the connection then.</summary>
internal sealed record RawAnswer(ReadOnlyMemory<byte> Bytes)
{
    private const string JsonType = "application/json";

    /// <summary>Whether the connection is closed once the bytes are written.</summary>
    public bool Closes { get; init; }

    /// <summary>Whether nothing more happens until the server stops.</summary>
    public bool Hangs { get; init; }

    /// <summary>The connection is closed without a byte.</summary>
    public static RawAnswer Close { get; } = new(ReadOnlyMemory<byte>.Empty) { Closes = true };

    /// <summary>No byte ever comes.</summary>
    public static RawAnswer Silence { get; } = new(ReadOnlyMemory<byte>.Empty) { Hangs = true };

    public static RawAnswer Json(string body, int status = 200, params string[] headers) => Text(body, JsonType, status, headers);

    public static RawAnswer Html(int status = 200) => Text("<!DOCTYPE html><html><body><h1>Welcome to the hotel</h1></body></html>", "text/html", status);

    public static RawAnswer Text(string body, string contentType, int status = 200, params string[] headers) =>
        Of(Encoding.UTF8.GetBytes(body), contentType, status, headers);

    public static RawAnswer Of(byte[] body, string contentType, int status = 200, params string[] headers) =>
        new(Bytes: (byte[])[.. Head(status, contentType, body.Length, headers), .. body]);

    /// <summary>A whole head, and a body that ends early.</summary>
    public static RawAnswer Cut(string body, int status = 200) =>
        new((byte[])[.. Head(status, JsonType, body.Length, []), .. Encoding.UTF8.GetBytes(body[..(body.Length / 2)])]) { Closes = true };

    /// <summary>A whole head, and a body that stops in the middle for good.</summary>
    public static RawAnswer Stall(string body, int status = 200) =>
        new((byte[])[.. Head(status, JsonType, body.Length, []), .. Encoding.UTF8.GetBytes(body[..(body.Length / 2)])]) { Hangs = true };

    /// <summary>Bytes that are no HTTP.</summary>
    public static RawAnswer Noise(string bytes) => new(Encoding.UTF8.GetBytes(bytes)) { Closes = true };

    private static byte[] Head(int status, string contentType, int length, string[] headers)
    {
        var head = new StringBuilder($"HTTP/1.1 {status} Whatever\r\nContent-Type: {contentType}\r\nContent-Length: {length}\r\n");
        foreach (var header in headers)
            head.Append(header).Append("\r\n");

        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }
}

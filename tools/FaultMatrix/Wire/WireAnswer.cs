using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FaultMatrix.Wire;

/// <summary>An answer of the server.</summary>
internal sealed record WireAnswer(int Status, string Body, string ContentType = "application/json")
{
    public string? RetryAfter { get; init; }

    /// <summary>Whether the answer tells the server's time, as Twilio's do.</summary>
    public bool HasDate { get; init; } = true;

    public static WireAnswer Error(int status, int code, string? retryAfter = null) =>
        new(status, JsonSerializer.Serialize(new { code, message = "Refused", more_info = $"https://www.twilio.com/docs/errors/{code}", status }))
        {
            RetryAfter = retryAfter,
        };

    public static WireAnswer Html(int status = 200) =>
        new(status, "<!DOCTYPE html><html><body><h1>Welcome to our network</h1></body></html>", "text/html");

    public (byte[] Head, byte[] Body) ToBytes(DateTimeOffset now, bool keepsAlive)
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var head = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} Status\r\n"))
            .Append(CultureInfo.InvariantCulture, $"Content-Type: {ContentType}\r\nContent-Length: {body.Length}\r\n")
            .Append(keepsAlive ? "" : "Connection: close\r\n");
        if (HasDate)
            head.Append(CultureInfo.InvariantCulture, $"Date: {now.UtcDateTime:r}\r\n");
        if (RetryAfter is not null)
            head.Append(CultureInfo.InvariantCulture, $"Retry-After: {RetryAfter}\r\n");

        return (Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), body);
    }
}

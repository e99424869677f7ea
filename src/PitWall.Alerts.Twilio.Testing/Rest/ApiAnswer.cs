using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>An answer of the API, ready to be sent.</summary>
internal sealed class ApiAnswer
{
    public const string JsonType = "application/json;charset=utf-8";

    public required int Status { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    public string? ContentType { get; init; } = JsonType;

    public int? ErrorCode { get; init; }

    public string? RetryAfter { get; init; }

    /// <summary>The message or call it is about.</summary>
    public string? ResourceSid { get; init; }

    public static ApiAnswer NoContent { get; } = new() { Status = 204, Body = default, ContentType = null };

    public static ApiAnswer Json<T>(int status, T state, Action<Utf8JsonWriter, T> write, string? resourceSid = null)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer)) write(writer, state);
        return new ApiAnswer { Status = status, Body = buffer.WrittenMemory, ResourceSid = resourceSid };
    }

    public static ApiAnswer From(ApiError error)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("code", error.Code);
            writer.WriteString("message", error.Message);
            writer.WriteString("more_info", string.Create(CultureInfo.InvariantCulture, $"https://www.twilio.com/docs/errors/{error.Code}"));
            writer.WriteNumber("status", error.Status);
            writer.WriteEndObject();
        }

        return new ApiAnswer { Status = error.Status, Body = buffer.WrittenMemory, ErrorCode = error.Code };
    }
}

using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Reads the body of a request as strict JSON, or says what is wrong with it and where.</summary>
internal static class JsonBody
{
    /// <returns>The value, or the problem to answer with.</returns>
    public static async ValueTask<(T? Value, IResult? Problem)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, int maxBytes)
        where T : class
    {
        // A form or a text is what a web page elsewhere could make a browser send; JSON it could not.
        if (!IsJson(request.ContentType))
            return (null, Problem.NotJson());

        var (body, length) = await BoundedBody.ReadAsync(request, maxBytes).ConfigureAwait(false);
        try
        {
            return body is null ? (null, Problem.TooLarge(maxBytes)) : Parse(body.AsSpan(0, length), type);
        }
        finally
        {
            if (body is not null)
                ArrayPool<byte>.Shared.Return(body, clearArray: true);
        }
    }

    private static (T? Value, IResult? Problem) Parse<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            var value = JsonSerializer.Deserialize(body, type);
            return value is null ? (null, Problem.Invalid("The body is null; it must be an object.")) : (value, null);
        }
        catch (JsonException e)
        {
            return (null, Explain(e));
        }
    }

    private static IResult Explain(JsonException e)
    {
        var where = FormattableString.Invariant($"line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}");
        if (e.InnerException is JsonException)
            return Problem.Invalid($"The body is not valid JSON ({where}).");

        var path = e.Path is { Length: > 2 } full ? full[2..] : "body";
        var errors = new FieldErrors();
        errors.Add(path, $"has the wrong type, is null, or is there twice ({where}).");
        return Problem.Invalid(errors);
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.AsSpan().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}

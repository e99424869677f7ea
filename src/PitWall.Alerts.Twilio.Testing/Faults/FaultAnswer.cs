using System.Text;
using PitWall.Alerts.Twilio.Testing.Rest;

namespace PitWall.Alerts.Twilio.Testing.Faults;

/// <summary>An answer that takes the place of the honest one.</summary>
internal sealed record FaultAnswer(int Status, string Body, string ContentType)
{
    public string? RetryAfter { get; init; }

    public int? ErrorCode { get; init; }

    public static FaultAnswer Error(int status, int code, string message)
    {
        var answer = ApiAnswer.From(new ApiError(code, message, status));
        return new FaultAnswer(status, Encoding.UTF8.GetString(answer.Body.Span), ApiAnswer.JsonType) { ErrorCode = code };
    }

    public static FaultAnswer ErrorWithoutCode(int status, string message)
    {
        var answer = ApiAnswer.Json(status, (status, message), static (writer, error) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("status", error.status);
            writer.WriteString("message", error.message);
            writer.WriteEndObject();
        });
        return new FaultAnswer(status, Encoding.UTF8.GetString(answer.Body.Span), ApiAnswer.JsonType);
    }

    public static FaultAnswer Huge(int bytes) =>
        new(200, """{"padding":""" + '"' + new string('x', Math.Max(0, bytes - 14)) + "\"}", ApiAnswer.JsonType);

    public ApiAnswer ToAnswer() =>
        new() { Status = Status, Body = Encoding.UTF8.GetBytes(Body), ContentType = ContentType, ErrorCode = ErrorCode, RetryAfter = RetryAfter };
}

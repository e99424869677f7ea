namespace PitWall.Alerts.Twilio.Testing.Callbacks;

/// <summary>What came back from the host.</summary>
/// <param name="StatusCode">The HTTP status; null without an answer.</param>
/// <param name="ContentType">The media type of the body; null without one.</param>
/// <param name="Body">The body as text; empty without one.</param>
/// <param name="ErrorCode">The code of Twilio's debugger; null when all went well.</param>
/// <param name="Problem">What went wrong, in words.</param>
internal sealed record WebhookAnswer(int? StatusCode, string? ContentType, string Body, int? ErrorCode, string? Problem)
{
    public bool IsSuccess => ErrorCode is null;

    public static WebhookAnswer Failed(int errorCode, string problem) => new(null, null, "", errorCode, problem);
}

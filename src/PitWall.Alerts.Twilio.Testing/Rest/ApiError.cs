namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>A refusal in Twilio's form.</summary>
/// <param name="Code">Twilio's code.</param>
/// <param name="Message">The reason, in words.</param>
/// <param name="Status">The HTTP status; 400 unless documented otherwise.</param>
internal sealed record ApiError(int Code, string Message, int Status = 400)
{
    public static ApiError Unauthorized { get; } = new(20003, "Authenticate", 401);

    public static ApiError MethodNotAllowed { get; } = new(20004, "Method not allowed", 405);

    public static ApiError TooLarge { get; } = new(20413, "Request entity too large", 413);

    public static ApiError Unreadable { get; } = new(20422, "The request's body cannot be read");

    public static ApiError Broken(string why) => new(20500, why, 500);

    public static ApiError NotFound(string path) => new(20404, $"The requested resource {path} was not found", 404);

    public static implicit operator ApiAnswer(ApiError error) => ApiAnswer.From(error);
}

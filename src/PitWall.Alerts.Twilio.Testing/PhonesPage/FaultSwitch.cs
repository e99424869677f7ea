namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>A fault that the page can switch.</summary>
/// <param name="Key">Its name in requests.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Effect">What a client sees, and whether the request took effect.</param>
/// <param name="Make">Makes the fault.</param>
internal sealed record FaultSwitch(string Key, string Title, string Effect, Func<SandboxFault> Make)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    // Longer than a client's usual patience for one attempt, shorter than a person's.
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(8);

    public static IReadOnlyList<FaultSwitch> All { get; } =
    [
        new("429", "429 Too many requests", "Not sent. No hint when to retry.", static () => SandboxFault.TooManyRequests()),
        new("429-after", "429 with Retry-After", "Not sent. Asks to wait 2 s.", static () => SandboxFault.TooManyRequests(RetryAfter)),
        new("500", "500 Before sending", "Not sent.", static () => SandboxFault.InternalError()),
        new("500-sent", "500 After sending", "Sent, but the answer says otherwise.", static () => SandboxFault.InternalError(takesEffect: true)),
        new("503", "503 Unavailable", "Not sent.", static () => SandboxFault.Unavailable()),
        new("slow", "Slow answer", "Sent. The answer takes 8 s.", static () => SandboxFault.SlowHeaders(Slowness)),
        new("reset", "Reset before sending", "Not sent. The connection breaks.", static () => SandboxFault.Reset()),
        new("reset-sent", "Reset after sending", "Sent, but no answer comes.", static () => SandboxFault.Reset(takesEffect: true)),
        new("cut", "Cut body", "Sent. The answer ends half way.", static () => SandboxFault.CutBody()),
        new("html", "HTML page", "Not sent. A proxy answers 200.", static () => SandboxFault.Html()),
        new("type", "Wrong content type", "Sent. The answer claims to be plain text.", static () => SandboxFault.WrongContentType()),
        new("404", "404 Without a code", "Not sent. The body has no Twilio code.", static () => SandboxFault.NotFoundWithoutCode()),
    ];
}

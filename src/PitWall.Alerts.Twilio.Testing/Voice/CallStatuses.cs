namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>The statuses of calls as Twilio writes them.</summary>
internal static class CallStatuses
{
    public static string Wire(this SandboxCallStatus status) => status switch
    {
        SandboxCallStatus.Queued => "queued",
        SandboxCallStatus.Ringing => "ringing",
        SandboxCallStatus.InProgress => "in-progress",
        SandboxCallStatus.Completed => "completed",
        SandboxCallStatus.Busy => "busy",
        SandboxCallStatus.Failed => "failed",
        SandboxCallStatus.NoAnswer => "no-answer",
        SandboxCallStatus.Canceled => "canceled",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
    };

    public static bool IsFinal(this SandboxCallStatus status) => status >= SandboxCallStatus.Completed;
}

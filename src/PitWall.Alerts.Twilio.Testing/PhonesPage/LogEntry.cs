namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>A line of the log: a request to the API, or a call of a webhook.</summary>
internal readonly record struct LogEntry(SandboxRequest? Request, SandboxCallback? Callback)
{
    public DateTimeOffset At => Request?.At ?? Callback!.At;
}

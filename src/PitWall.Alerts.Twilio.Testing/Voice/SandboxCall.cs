namespace PitWall.Alerts.Twilio.Testing;

/// <summary>A call in the sandbox. It is live: its properties always show the present state. Safe for concurrent use.</summary>
public sealed class SandboxCall
{
    private readonly Lock _gate = new();
    private readonly List<string> _transcript = [];
    private SandboxCallStatus _status;

    internal SandboxCall()
    {
    }

    /// <summary>The call SID.</summary>
    public required string Sid { get; init; }

    /// <summary>The account it belongs to.</summary>
    public required string AccountSid { get; init; }

    /// <summary>Who calls, in E.164.</summary>
    public required string From { get; init; }

    /// <summary>Who is called, in E.164.</summary>
    public required string To { get; init; }

    /// <summary>Who placed it.</summary>
    public SandboxDirection Direction { get; init; }

    /// <summary>When it was created, on the sandbox's clock.</summary>
    public DateTimeOffset DateCreated { get; init; }

    /// <summary>What has become of it so far.</summary>
    public SandboxCallStatus Status
    {
        get { lock (_gate) return _status; }
    }

    /// <summary>What was spoken, one entry a sentence of the instructions, in order.</summary>
    public IReadOnlyList<string> Transcript
    {
        get { lock (_gate) return [.. _transcript]; }
    }

    /// <summary>When it last changed, on the sandbox's clock.</summary>
    public DateTimeOffset DateUpdated { get; private set; }

    /// <summary>When it was answered, on the sandbox's clock; null before.</summary>
    public DateTimeOffset? StartTime { get; private set; }

    /// <summary>When it ended, on the sandbox's clock; null before.</summary>
    public DateTimeOffset? EndTime { get; private set; }

    /// <summary>How long it was connected, in whole seconds rounded up; null unless it is completed.</summary>
    public TimeSpan? Duration => Status == SandboxCallStatus.Completed && EndTime - StartTime is { } duration
        ? TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(duration.TotalSeconds)))
        : null;

    /// <summary>The phone at the other end, in E.164.</summary>
    public string PhoneNumber => Direction == SandboxDirection.Inbound ? From : To;

    internal bool TryMove(SandboxCallStatus status, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_status >= SandboxCallStatus.Completed) return false;

            _status = status;
            DateUpdated = now;
            if (status == SandboxCallStatus.InProgress) StartTime = now;
            if (status >= SandboxCallStatus.Completed) EndTime = now;
            return true;
        }
    }

    internal void Speak(string text)
    {
        lock (_gate) _transcript.Add(text);
    }
}

namespace PitWall.Alerts.Twilio.Testing.Clock;

/// <summary>Work that runs once, unless it is cancelled before.</summary>
internal sealed class ScheduledWork(Action action)
{
    private Action? _action = action;

    public void Run() => Interlocked.Exchange(ref _action, null)?.Invoke();

    public void Cancel() => Interlocked.Exchange(ref _action, null);
}

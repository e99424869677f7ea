namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Lets a line into the log only now and then, so that callers who cause it cannot fill the log.</summary>
internal sealed class LogPause(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private long? _last;

    public bool MaySpeak()
    {
        lock (_gate)
        {
            if (_last is { } last && clock.GetElapsedTime(last) < Pause)
                return false;

            _last = clock.GetTimestamp();
            return true;
        }
    }
}

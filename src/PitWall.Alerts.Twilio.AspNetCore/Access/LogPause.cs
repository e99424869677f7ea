namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Lets a line into the log now and then, so that whoever causes it cannot fill it.</summary>
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

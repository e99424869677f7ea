using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

/// <summary>A clock whose time of day can be set while time itself goes on undisturbed, as an operator or NTP does.</summary>
internal sealed class ShiftedClock(ManualTimeProvider time) : TimeProvider
{
    private TimeSpan _shift;
    private Action? _onNextTimeOfDay;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public void Set(TimeSpan by) => _shift += by;

    /// <summary>Lets something else happen in between, where the time of day is asked for the next time.</summary>
    public void OnNextTimeOfDay(Action happens) => _onNextTimeOfDay = happens;

    public override DateTimeOffset GetUtcNow()
    {
        Interlocked.Exchange(ref _onNextTimeOfDay, null)?.Invoke();
        return time.GetUtcNow() + _shift;
    }

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Durations in the units of a clock's timestamps, which no change of the time of day moves.</summary>
internal static class ClockTicks
{
    public static long ToTimestampTicks(this TimeProvider clock, TimeSpan duration) =>
        (long)(duration.Ticks * ((double)clock.TimestampFrequency / TimeSpan.TicksPerSecond));
}

namespace PitWall.Alerts.Twilio;

/// <summary>Keys of services a host may replace that have no type of their own.</summary>
public static class PitWallTwilioServiceKeys
{
    /// <summary>
    /// The <see cref="TimeProvider"/> that times requests: time-outs, back-off, reconciliation, shutdown. Default the system's,
    /// whatever the unkeyed <see cref="TimeProvider"/> is, which is the alerts' clock: a replay runs its alerts on race time
    /// and its requests on real time.
    /// </summary>
    public const string TransportClock = "PitWall.Alerts.Twilio.TransportClock";
}

namespace PitWall.Alerts.Twilio;

/// <summary>Keys of services that a host may replace and that have no type of their own.</summary>
public static class PitWallTwilioServiceKeys
{
    /// <summary>
    /// The <see cref="TimeProvider"/> that times requests: time-outs, back-off, reconciliation, shutdown. Default: the system clock,
    /// even if the unkeyed <see cref="TimeProvider"/>, which is the alerts' clock, is another one. So a replay can run its alerts on
    /// race time and its requests on real time.
    /// </summary>
    public const string TransportClock = "PitWall.Alerts.Twilio.TransportClock";
}

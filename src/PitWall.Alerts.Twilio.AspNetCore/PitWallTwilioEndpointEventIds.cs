namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>
/// The ids of what the endpoints log; those of the alerts are in <see cref="AlertEventIds"/>. No id is renumbered or reused.
/// </summary>
public static class PitWallTwilioEndpointEventIds
{
    /// <summary>
    /// A request from elsewhere was refused because the host has not specified who may use the endpoints (warning).
    /// </summary>
    public const int NotOpen = 4001;

    /// <summary>Requests to send were refused because there were too many (warning).</summary>
    public const int TooManySends = 4002;

    /// <summary>A request to send failed (error).</summary>
    public const int SendFailed = 4003;
}

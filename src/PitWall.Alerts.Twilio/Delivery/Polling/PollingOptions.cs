namespace PitWall.Alerts.Twilio;

/// <summary>
/// Whether and how Twilio is polled for alerts whose status reports never arrived, for hosts without a public address. These times run
/// on the real clock, whatever clock the alerts run on.
/// </summary>
public sealed class PollingOptions
{
    /// <summary>
    /// Whether Twilio is polled. Default <see langword="false"/>: webhooks report. Needs a host that runs hosted services. An alert whose final
    /// status a poll brought without a price is polled up to twice more for it.
    /// </summary>
    public bool Enabled { get; set; }

    /// <summary>How long after Twilio accepted an alert it is first polled. Default 10 s; 1 s to 1 h.</summary>
    public TimeSpan FirstAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The longest pause before an alert is polled again; pauses double up to it. Default 5 min; <see cref="FirstAfter"/> to 12 h.
    /// </summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long an alert without a final status is polled. Default 1 h; <see cref="FirstAfter"/> to 7 days. On many routes
    /// <see cref="MessageStatus.Sent"/> is the last status ever known.
    /// </summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The maximum number of polls per minute, evenly spread. Default 60; 1 to 3,000.</summary>
    public int MaxPerMinute { get; set; } = 60;
}

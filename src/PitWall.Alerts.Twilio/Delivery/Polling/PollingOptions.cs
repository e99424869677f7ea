namespace PitWall.Alerts.Twilio;

/// <summary>
/// Whether and how Twilio is asked what became of alerts whose reports never came, for hosts without a public address. These times run
/// on the real clock, whatever clock alerts run on.
/// </summary>
public sealed class PollingOptions
{
    /// <summary>Whether Twilio is asked. Default <see langword="false"/>: webhooks tell. Needs a host that runs hosted services.</summary>
    public bool Enabled { get; set; }

    /// <summary>How long after Twilio took an alert it is first asked for. Default 10 s; 1 s to 1 h.</summary>
    public TimeSpan FirstAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest pause before an alert is asked for again; pauses double up to it. Default 5 min; <see cref="FirstAfter"/> to 12 h.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long an alert is asked for, without an end of it. Default 1 h; <see cref="FirstAfter"/> to 7 days. On many routes
    /// <see cref="MessageStatus.Sent"/> is the last that is ever known.
    /// </summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many questions a minute at most, evenly spread. Default 60; 1 to 3,000.</summary>
    public int MaxPerMinute { get; set; } = 60;
}

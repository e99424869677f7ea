namespace PitWall.Alerts.Twilio;

/// <summary>How alerts wait for their sender and how fast they leave.</summary>
public sealed class QueueOptions
{
    /// <summary>How many alerts wait for one sender. Default 10,000; 1 to 1,000,000. When full, the least urgent one goes.</summary>
    public int Capacity { get; set; } = 10_000;

    /// <summary>
    /// How many alerts of one sender are under way at once; critical ones have as many places of their own. Default 32; 1 to 1,000.
    /// </summary>
    public int MaxConcurrency { get; set; } = 32;

    /// <summary>
    /// The wait after which an alert counts as one severity higher, up to high and never critical, so that none starves. Alerts
    /// that aged have every other turn at most.
    /// Default 30 s; 1 s to 1 h.
    /// </summary>
    public TimeSpan AgeingStep { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// SMS segments a second. Default <see langword="null"/>: what Twilio lets the class of sender send to the destination; not
    /// paced with a messaging service. 0 (not paced), or 0.001 to 10,000.
    /// </summary>
    public double? SmsSegmentsPerSecond { get; set; }

    /// <summary>WhatsApp messages a second. Default 80 (Twilio support, rate limits). 0 (not paced), or 0.001 to 10,000.</summary>
    public double WhatsAppPerSecond { get; set; } = 80;

    /// <summary>Calls a second. Default 1 (Twilio support, calls per second of a new account). 0 (not paced), or 0.001 to 1,000.</summary>
    public double CallsPerSecond { get; set; } = 1;
}

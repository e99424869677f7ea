namespace PitWall.Alerts.Twilio;

/// <summary>How alerts wait for their sender and how fast they are sent.</summary>
public sealed class QueueOptions
{
    /// <summary>
    /// How many alerts can wait for one sender. Default 10,000; 1 to 1,000,000. When full, the least urgent one is dropped.
    /// </summary>
    public int Capacity { get; set; } = 10_000;

    /// <summary>
    /// How many alerts of one sender are under way at once; critical ones have the same number of separate places. Default 32; 1 to
    /// 1,000.
    /// </summary>
    public int MaxConcurrency { get; set; } = 32;

    /// <summary>
    /// The wait after which an alert counts as one severity higher, up to high and never critical, so that none starves. Aged
    /// alerts get every other turn at most. Default 30 s; 1 s to 1 h.
    /// </summary>
    public TimeSpan AgeingStep { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// SMS segments per second. Default <see langword="null"/>: what Twilio allows the class of sender to send to the destination;
    /// not paced with a messaging service. 0 (not paced), or 0.001 to 10,000.
    /// </summary>
    public double? SmsSegmentsPerSecond { get; set; }

    /// <summary>WhatsApp messages per second. Default 80 (Twilio support, rate limits). 0 (not paced), or 0.001 to 10,000.</summary>
    public double WhatsAppPerSecond { get; set; } = 80;

    /// <summary>
    /// Calls per second. Default 1 (Twilio support, calls per second of a new account). 0 (not paced), or 0.001 to 1,000.
    /// </summary>
    public double CallsPerSecond { get; set; } = 1;
}

namespace PitWall.Alerts.Twilio;

/// <summary>Timing and retries of requests to Twilio. These times run on the real clock, whatever clock the alerts run on.</summary>
public sealed class TransmitOptions
{
    /// <summary>How long one attempt may take. Default 10 s; 100 ms to 5 min.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The total number of attempts for a request that is safe to repeat. Default 4; 1 to 20.</summary>
    public int MaxAttempts { get; set; } = 4;

    /// <summary>
    /// The longest wait before the second attempt; it doubles for each further one. The actual wait is random, evenly distributed
    /// between zero and that maximum ("full jitter"). Default 200 ms; 1 ms to 1 min.
    /// </summary>
    public TimeSpan BackoffBase { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait before any attempt. Default 5 s; <see cref="BackoffBase"/> to 10 min.</summary>
    public TimeSpan BackoffMax { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The longest <c>Retry-After</c> that is waited for. If Twilio asks for more, the request fails at once and the failure carries
    /// that time. Default 30 s; 0 to 1 h.
    /// </summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after the first attempt another one may start. Default 1 min; 1 s to 1 h.</summary>
    public TimeSpan MaxElapsed { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long Twilio's list is searched for a message whose answer was lost, for alerts that are not critical. Default 30 s;
    /// 0 (no search) to 5 min.
    /// </summary>
    public TimeSpan ReconciliationWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The same for a critical alert, which is sent again if it was not found. Default 5 s; 0 to 5 min.</summary>
    public TimeSpan CriticalReconciliationWindow { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long all requests except critical ones fail without being made, after Twilio rejected the account (wrong credentials,
    /// suspended). Then one request may try. A change of the options ends this at once. Default 1 min; 1 s to 1 h.
    /// </summary>
    public TimeSpan CircuitBreak { get; set; } = TimeSpan.FromMinutes(1);
}

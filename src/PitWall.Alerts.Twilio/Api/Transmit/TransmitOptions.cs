namespace PitWall.Alerts.Twilio;

/// <summary>How requests to Twilio are timed and repeated. These times run on the real clock, whatever clock alerts run on.</summary>
public sealed class TransmitOptions
{
    /// <summary>How long one attempt may take. Default 10 s; 100 ms to 5 min.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a request that is safe to repeat is tried in all. Default 4; 1 to 20.</summary>
    public int MaxAttempts { get; set; } = 4;

    /// <summary>
    /// The most to wait before the second attempt; doubles for each further one. The wait itself is drawn evenly between zero
    /// and that ("full jitter"). Default 200 ms; 1 ms to 1 min.
    /// </summary>
    public TimeSpan BackoffBase { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The most to wait before any attempt. Default 5 s; <see cref="BackoffBase"/> to 10 min.</summary>
    public TimeSpan BackoffMax { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The longest <c>Retry-After</c> of Twilio that is waited for; when it asks for more, the request fails at once with the
    /// time it named. Default 30 s; 0 to 1 h.
    /// </summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after the first attempt another may begin. Default 1 min; 1 s to 1 h.</summary>
    public TimeSpan MaxElapsed { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a message whose answer was lost is looked for in Twilio's list, for alerts that are not critical. Default 30 s;
    /// 0 (not looked for) to 5 min.
    /// </summary>
    public TimeSpan ReconciliationWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The same for a critical alert, which is sent again when it was not seen. Default 5 s; 0 to 5 min.</summary>
    public TimeSpan CriticalReconciliationWindow { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long after an answer that condemns the account (wrong credentials, suspended) every request fails without being
    /// made, critical ones excepted. Then one may try. A change of the options ends it at once. Default 1 min; 1 s to 1 h.
    /// </summary>
    public TimeSpan CircuitBreak { get; set; } = TimeSpan.FromMinutes(1);
}

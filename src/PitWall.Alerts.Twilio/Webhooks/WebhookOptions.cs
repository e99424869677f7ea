namespace PitWall.Alerts.Twilio;

/// <summary>How webhooks are verified and remembered.</summary>
public sealed class WebhookOptions
{
    /// <summary>
    /// The address at which Twilio reaches this host: scheme, host, port, and any path that a proxy removes before it passes a request
    /// on, such as <c>https://pit.example</c>. Signatures are made over it. Default <see langword="null"/>: the address in the request
    /// itself, which behind a proxy is not the one that Twilio called.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>
    /// Auth tokens that verify webhooks in addition to <see cref="PitWallTwilioOptions.AuthToken"/>, during a token rotation. Secrets.
    /// Default empty.
    /// </summary>
    public IList<string> AdditionalAuthTokens { get; set; } = [];

    /// <summary>
    /// The longest body that is read, in bytes. Default 65,536, which is several times what Twilio sends; 4,096 to 1,048,576. The layer
    /// of the web framework enforces it; <see cref="ITwilioWebhooks"/> itself accepts what it is given.
    /// </summary>
    public int MaxBodyBytes { get; set; } = 65_536;

    /// <summary>
    /// The number of messages, and of calls, whose reports are remembered. This many may report before the ledger learns their SID, and
    /// a replayed report of one of them changes nothing. Default 10,000; 100 to 1,000,000. The oldest is dropped first.
    /// </summary>
    public int Remembered { get; set; } = 10_000;

    /// <summary>
    /// How long a handler may take; after that it is no longer waited for, and the next one is called. Default 10 s; 100 ms to 15 s,
    /// which is how long Twilio waits for the answer (docs, Webhooks connection overrides).
    /// </summary>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromSeconds(10);
}

namespace PitWall.Alerts.Twilio;

/// <summary>How webhooks are verified and what is remembered of them.</summary>
public sealed class WebhookOptions
{
    /// <summary>
    /// How Twilio reaches this host: scheme, host, port, and the path that a proxy takes away before it passes a request on, such as
    /// <c>https://pit.example</c>. Signatures are made over it. Default <see langword="null"/>: what the request itself says, which
    /// behind a proxy is not what Twilio called.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>
    /// Auth tokens that verify webhooks beside <see cref="PitWallTwilioOptions.AuthToken"/>, for the time of a rotation. Secrets.
    /// Default empty.
    /// </summary>
    public IList<string> AdditionalAuthTokens { get; set; } = [];

    /// <summary>
    /// The longest body that is read, in bytes. Default 65,536, which is several times what Twilio sends; 4,096 to 1,048,576. A web
    /// framework's layer keeps it; <see cref="ITwilioWebhooks"/> itself takes what it is given.
    /// </summary>
    public int MaxBodyBytes { get; set; } = 65_536;

    /// <summary>
    /// Of how many messages and calls, each, the reports are remembered: so many may report before the ledger learns their SID, and
    /// a replayed report of one of them changes nothing. Default 10,000; 100 to 1,000,000. The oldest goes first.
    /// </summary>
    public int Remembered { get; set; } = 10_000;

    /// <summary>
    /// How long a handler may take; then it is left to itself and the next one is called. Default 10 s; 100 ms to 15 s, which is as
    /// long as Twilio waits for the answer (docs, Webhooks connection overrides).
    /// </summary>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromSeconds(10);
}

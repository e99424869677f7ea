namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>The limits of the endpoints of <c>MapPitWallTwilio</c>. Read once, when they are mapped.</summary>
public sealed class PitWallTwilioEndpointOptions
{
    /// <summary>The longest body that is read, in bytes. Default 65,536; 1,024 to 1,048,576. A longer one is answered with 413.</summary>
    public int MaxBodyBytes { get; set; } = 65_536;

    /// <summary>
    /// The number of requests to send that are accepted per minute, from all callers together; further ones are answered with 429.
    /// Default 600; 0 for no limit, up to 1,000,000. It guards the account against a runaway caller, ahead of the limits of the
    /// alerts themselves.
    /// </summary>
    public int SendsPerMinute { get; set; } = 600;

    /// <summary>
    /// The number of requests to send accepted at once before <see cref="SendsPerMinute"/> applies. Default 100; 1 to 1,000,000.
    /// </summary>
    public int SendBurst { get; set; } = 100;

    /// <summary>The maximum number of alerts that <c>GET /alerts</c> lists. Default 500; 1 to 10,000.</summary>
    public int MaxListed { get; set; } = 500;

    /// <summary>
    /// How long the answer of <c>GET /health</c> is kept, so that a monitor does not spend the account's requests. Default 5 s; 0 to 5 min.
    /// </summary>
    public TimeSpan HealthLifetime { get; set; } = TimeSpan.FromSeconds(5);

    internal void Validate()
    {
        ThrowUnless(MaxBodyBytes is >= 1_024 and <= 1_048_576, nameof(MaxBodyBytes), "1,024 to 1,048,576");
        ThrowUnless(SendsPerMinute is >= 0 and <= 1_000_000, nameof(SendsPerMinute), "0 to 1,000,000");
        ThrowUnless(SendBurst is >= 1 and <= 1_000_000, nameof(SendBurst), "1 to 1,000,000");
        ThrowUnless(MaxListed is >= 1 and <= 10_000, nameof(MaxListed), "1 to 10,000");
        ThrowUnless(HealthLifetime >= TimeSpan.Zero && HealthLifetime <= TimeSpan.FromMinutes(5), nameof(HealthLifetime), "0 to 5 minutes");
    }

    private static void ThrowUnless(bool holds, string name, string range)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(name, $"{name} must be {range}.");
    }
}

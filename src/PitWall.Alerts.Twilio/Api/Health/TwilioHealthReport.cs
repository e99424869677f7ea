namespace PitWall.Alerts.Twilio;

/// <summary>Whether alerts can be sent: what is configured, and what Twilio reports about the account.</summary>
public sealed record TwilioHealthReport
{
    /// <summary>Whether alerts can be sent now: configured, reached, account active, circuit closed.</summary>
    public bool IsAvailable => IsConfigured && IsReachable && AccountStatus == "active" && !IsCircuitOpen;

    /// <summary>Whether credentials and at least one sender are configured.</summary>
    public bool IsConfigured { get; init; }

    /// <summary>The configuration keys that are missing; empty when configured.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether Twilio answered and accepted the credentials.</summary>
    public bool IsReachable { get; init; }

    /// <summary>
    /// The account's status: <c>active</c>, <c>suspended</c> or <c>closed</c>. A standard API key may not read it; then it is
    /// <c>active</c> if the key can list the account's numbers.
    /// </summary>
    public string? AccountStatus { get; init; }

    /// <summary>
    /// Whether it is a trial account, which reaches verified numbers only and puts a prefix before every text;
    /// <see langword="null"/> if the credentials do not permit reading it.
    /// </summary>
    public bool? IsTrial { get; init; }

    /// <summary>The remaining balance; <see langword="null"/> if the credentials do not permit reading it.</summary>
    public decimal? Balance { get; init; }

    /// <summary>The currency of <see cref="Balance"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>
    /// Whether the configured phone number belongs to the account; <see langword="null"/> if that cannot be determined.
    /// </summary>
    public bool? OwnsPhoneNumber { get; init; }

    /// <summary>Whether requests are held back because Twilio rejected the account.</summary>
    public bool IsCircuitOpen { get; init; }

    /// <summary>What went wrong, if anything did.</summary>
    public TwilioAlertException? Error { get; init; }

    /// <summary>Returns what determines whether alerts can be sent, without the balance.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() =>
        $"{nameof(TwilioHealthReport)} {{ IsAvailable = {IsAvailable}, IsConfigured = {IsConfigured}, IsReachable = {IsReachable}, "
        + $"AccountStatus = {AccountStatus ?? "unknown"}, IsCircuitOpen = {IsCircuitOpen} }}";
}

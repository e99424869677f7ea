namespace PitWall.Alerts.Twilio;

/// <summary>Whether alerts can leave: what is configured, and what the account says of itself.</summary>
public sealed record TwilioHealthReport
{
    /// <summary>Whether alerts can leave now: configured, reached, account active, circuit closed.</summary>
    public bool IsAvailable => IsConfigured && IsReachable && AccountStatus == "active" && !IsCircuitOpen;

    /// <summary>Whether there are credentials and at least one sender.</summary>
    public bool IsConfigured { get; init; }

    /// <summary>The configuration keys that are missing; empty when configured.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether Twilio answered and took the credentials.</summary>
    public bool IsReachable { get; init; }

    /// <summary>
    /// The account's status: <c>active</c>, <c>suspended</c> or <c>closed</c>. A standard API key may not read it; then it is
    /// <c>active</c> when the key can list the account's numbers.
    /// </summary>
    public string? AccountStatus { get; init; }

    /// <summary>
    /// Whether it is a trial account, which reaches verified numbers only and puts a prefix before every text;
    /// <see langword="null"/> when the credentials may not know.
    /// </summary>
    public bool? IsTrial { get; init; }

    /// <summary>How much money is left; <see langword="null"/> where the credentials may not know.</summary>
    public decimal? Balance { get; init; }

    /// <summary>The currency of <see cref="Balance"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether the configured phone number is one of the account's; <see langword="null"/> where that cannot be told.</summary>
    public bool? OwnsPhoneNumber { get; init; }

    /// <summary>Whether requests are held back because the account was refused.</summary>
    public bool IsCircuitOpen { get; init; }

    /// <summary>What went wrong, where something did.</summary>
    public TwilioAlertException? Error { get; init; }

    /// <summary>What decides whether alerts can leave, and no money.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() =>
        $"{nameof(TwilioHealthReport)} {{ IsAvailable = {IsAvailable}, IsConfigured = {IsConfigured}, IsReachable = {IsReachable}, "
        + $"AccountStatus = {AccountStatus ?? "unknown"}, IsCircuitOpen = {IsCircuitOpen} }}";
}

namespace PitWall.Alerts.Twilio;

/// <summary>What the ledger knows about one alert at one moment. Immutable; contains no text.</summary>
public sealed record AlertEntry
{
    /// <summary>The library's id of the alert.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of alert.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary>The wire name of its type, such as <c>tire_wear</c>; empty for critical alerts and batches.</summary>
    public required string Type { get; init; }

    /// <summary>How urgent it was.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>The channel.</summary>
    public required AlertChannel Channel { get; init; }

    /// <summary>The recipient; without a value if the number could not be read.</summary>
    public E164PhoneNumber Recipient { get; init; }

    /// <summary>Its topic, if it has one.</summary>
    public string? Topic { get; init; }

    /// <summary>The outcome; <see cref="AlertOutcome.Pending"/> until it is known.</summary>
    public AlertOutcome Outcome { get; init; }

    /// <summary>Why it was suppressed.</summary>
    public SuppressionReason Reason { get; init; }

    /// <summary>
    /// An explanation for people: what it waits for, or why it was held back or failed. <see langword="null"/> if there is none.
    /// </summary>
    public string? Detail { get; init; }

    /// <summary>The message SID or call SID.</summary>
    public string? Sid { get; init; }

    /// <summary>The SMS segments as measured by this library.</summary>
    public int Segments { get; init; }

    /// <summary>The number of requests made.</summary>
    public int Attempts { get; init; }

    /// <summary>The latest status of the message, from callbacks and polling.</summary>
    public MessageStatus MessageStatus { get; init; }

    /// <summary>The latest status of the call, from callbacks and polling.</summary>
    public CallStatus CallStatus { get; init; }

    /// <summary>Why Twilio refused or did not deliver it.</summary>
    public TwilioErrorCode? ErrorCode { get; init; }

    /// <summary>
    /// The cost, a positive amount of <see cref="PriceUnit"/>, once Twilio has reported it. Webhooks carry no price: it comes with the poll that
    /// brings the final status, or one of the two polls after that.
    /// </summary>
    public decimal? Price { get; init; }

    /// <summary>The currency of <see cref="Price"/>.</summary>
    public string? PriceUnit { get; init; }

    /// <summary>When each step was taken, on the alerts' clock.</summary>
    public required IReadOnlyDictionary<AlertStep, DateTimeOffset> Times { get; init; }

    /// <summary>Returns what the alert was and its outcome, with the number redacted: a whole number does not belong in a log.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() =>
        $"{nameof(AlertEntry)} {{ Id = {Id}, Kind = {Kind}, Type = {Type}, Channel = {Channel}, Recipient = {Recipient.ToRedactedString()}, "
        + $"Outcome = {Outcome}, Reason = {Reason}, Detail = {Detail}, Sid = {Sid}{Status}{(ErrorCode is null ? "" : $", ErrorCode = {ErrorCode}")} }}";

    // Before the first report there is nothing to say.
    private string Status =>
        MessageStatus != MessageStatus.Unknown ? $", MessageStatus = {MessageStatus}"
        : CallStatus != CallStatus.Unknown ? $", CallStatus = {CallStatus}"
        : "";
}

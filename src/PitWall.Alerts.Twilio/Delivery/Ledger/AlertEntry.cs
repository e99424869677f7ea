namespace PitWall.Alerts.Twilio;

/// <summary>What the ledger knows of one alert, at one moment. Immutable; holds no text.</summary>
public sealed record AlertEntry
{
    /// <summary>Our id.</summary>
    public required string Id { get; init; }

    /// <summary>The family.</summary>
    public required AlertKind Kind { get; init; }

    /// <summary>The wire name of its type, such as <c>tire_wear</c>; empty for critical alerts and batches.</summary>
    public required string Type { get; init; }

    /// <summary>How urgent it was.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>The channel.</summary>
    public required AlertChannel Channel { get; init; }

    /// <summary>The recipient; without a value where the number could not be read.</summary>
    public E164PhoneNumber Recipient { get; init; }

    /// <summary>Its topic, where it had one.</summary>
    public string? Topic { get; init; }

    /// <summary>What became of it; <see cref="AlertOutcome.Pending"/> until that is known.</summary>
    public AlertOutcome Outcome { get; init; }

    /// <summary>Why it was suppressed.</summary>
    public SuppressionReason Reason { get; init; }

    /// <summary>A sentence for people: what it waits for, why it was held back or failed; <see langword="null"/> when there is nothing to say.</summary>
    public string? Detail { get; init; }

    /// <summary>The message SID or call SID.</summary>
    public string? Sid { get; init; }

    /// <summary>SMS segments as we measured them.</summary>
    public int Segments { get; init; }

    /// <summary>How often a request was made.</summary>
    public int Attempts { get; init; }

    /// <summary>The latest status of the message, from callbacks and questions.</summary>
    public MessageStatus MessageStatus { get; init; }

    /// <summary>The latest status of the call, from callbacks and questions.</summary>
    public CallStatus CallStatus { get; init; }

    /// <summary>Why Twilio refused or did not deliver it.</summary>
    public TwilioErrorCode? ErrorCode { get; init; }

    /// <summary>What it cost, once Twilio has told; a positive amount of <see cref="PriceUnit"/>.</summary>
    public decimal? Price { get; init; }

    /// <summary>The currency of <see cref="Price"/>.</summary>
    public string? PriceUnit { get; init; }

    /// <summary>When each step was taken, on the alerts' clock.</summary>
    public required IReadOnlyDictionary<AlertStep, DateTimeOffset> Times { get; init; }

    /// <summary>What it was and what became of it, with a redacted number: a whole one does not belong in a log.</summary>
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

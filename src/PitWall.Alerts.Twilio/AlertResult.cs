using System.Runtime.ExceptionServices;

namespace PitWall.Alerts.Twilio;

/// <summary>The result of sending an alert, as far as it is known when the call returns.</summary>
public sealed record AlertResult
{
    /// <summary>The outcome of the alert.</summary>
    public required AlertOutcome Outcome { get; init; }

    /// <summary>Why it was held back; <see cref="SuppressionReason.None"/> unless <see cref="Outcome"/> is <see cref="AlertOutcome.Suppressed"/>.</summary>
    public SuppressionReason Reason { get; init; }

    /// <summary>An explanation for people: why the alert was held back or failed, and what to do.</summary>
    public string? Detail { get; init; }

    /// <summary>
    /// The library's id of the alert, used by the ledger. The library sets it in every result, whatever the outcome; it is
    /// <see langword="null"/> only in a result created elsewhere, such as by a test or by your own <see cref="IPitWallAlerts"/>.
    /// </summary>
    public string? AlertId { get; init; }

    /// <summary>Twilio's receipt, if it accepted a message.</summary>
    public MessageReceipt? Message { get; init; }

    /// <summary>Twilio's receipt, if it accepted a call.</summary>
    public CallReceipt? Call { get; init; }

    /// <summary>The message SID or call SID, if Twilio accepted the alert.</summary>
    public string? Sid => Message?.Sid ?? Call?.Sid;

    /// <summary>
    /// The SMS segments of the text as measured by this library; 0 for other channels and for alerts whose text was never written.
    /// </summary>
    public int Segments { get; init; }

    /// <summary>The number of requests made.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether the message was cut to fit.</summary>
    public bool IsCut { get; init; }

    /// <summary>Problems that did not stop the alert but deserve attention.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why the alert failed, or why its outcome is unknown.</summary>
    public TwilioAlertException? Error { get; init; }

    /// <summary>Whether Twilio accepted the alert.</summary>
    public bool IsAccepted => Outcome == AlertOutcome.Accepted;

    /// <summary>Returns outcome, reason and ids; numbers and texts do not belong in a log.</summary>
    /// <returns>A short text.</returns>
    public override string ToString()
    {
        var head = Reason == SuppressionReason.None
            ? $"{nameof(AlertResult)} {{ Outcome = {Outcome}, AlertId = {AlertId}, Sid = {Sid}"
            : $"{nameof(AlertResult)} {{ Outcome = {Outcome}, Reason = {Reason}, AlertId = {AlertId}";
        return head + (Detail is null ? " }" : $", Detail = {Detail} }}");
    }

    /// <summary>Throws if <see cref="Outcome"/> is <see cref="AlertOutcome.Failed"/> or <see cref="AlertOutcome.Unknown"/>.</summary>
    /// <returns>This result otherwise, including when the alert is suppressed, pending or not configured.</returns>
    /// <exception cref="TwilioAlertException">
    /// Thrown when Twilio refused the alert, could not be reached, or may have accepted it.
    /// </exception>
    /// <exception cref="InvalidOperationException">Thrown when the alert failed before there was anything to send.</exception>
    public AlertResult ThrowIfFailed()
    {
        if (Outcome is not (AlertOutcome.Failed or AlertOutcome.Unknown))
            return this;

        // Keeps the stack trace of the failure instead of starting at this line.
        if (Error is not null)
            ExceptionDispatchInfo.Throw(Error);

        throw new InvalidOperationException(Detail ?? "The alert was not sent.");
    }
}

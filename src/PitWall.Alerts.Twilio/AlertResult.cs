using System.Runtime.ExceptionServices;

namespace PitWall.Alerts.Twilio;

/// <summary>What became of an alert, as far as it is known when the call returns.</summary>
public sealed record AlertResult
{
    /// <summary>What happened.</summary>
    public required AlertOutcome Outcome { get; init; }

    /// <summary>Why it was held back; <see cref="SuppressionReason.None"/> unless <see cref="Outcome"/> is <see cref="AlertOutcome.Suppressed"/>.</summary>
    public SuppressionReason Reason { get; init; }

    /// <summary>A sentence for people: why it was held back or failed, and what to do.</summary>
    public string? Detail { get; init; }

    /// <summary>
    /// Our own id of the alert, under which the ledger knows it. The library sets it in every result, whatever the outcome; it is
    /// <see langword="null"/> only in a result that was made elsewhere, such as by a test or an <see cref="IPitWallAlerts"/> of your own.
    /// </summary>
    public string? AlertId { get; init; }

    /// <summary>Twilio's receipt, where it took a message.</summary>
    public MessageReceipt? Message { get; init; }

    /// <summary>Twilio's receipt, where it took a call.</summary>
    public CallReceipt? Call { get; init; }

    /// <summary>The message SID or call SID, where Twilio took the alert.</summary>
    public string? Sid => Message?.Sid ?? Call?.Sid;

    /// <summary>The SMS segments of the text as we measured it; 0 for other channels and for alerts that were never written.</summary>
    public int Segments { get; init; }

    /// <summary>How often a request was made.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether the message was cut to fit.</summary>
    public bool IsCut { get; init; }

    /// <summary>Things that did not stop the alert and that somebody should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why it failed, or why it is unknown.</summary>
    public TwilioAlertException? Error { get; init; }

    /// <summary>Whether Twilio took the alert.</summary>
    public bool IsAccepted => Outcome == AlertOutcome.Accepted;

    /// <summary>Outcome, reason and ids; numbers and texts do not belong in a log.</summary>
    /// <returns>A short text.</returns>
    public override string ToString()
    {
        var head = Reason == SuppressionReason.None
            ? $"{nameof(AlertResult)} {{ Outcome = {Outcome}, AlertId = {AlertId}, Sid = {Sid}"
            : $"{nameof(AlertResult)} {{ Outcome = {Outcome}, Reason = {Reason}, AlertId = {AlertId}";
        return head + (Detail is null ? " }" : $", Detail = {Detail} }}");
    }

    /// <summary>Throws where <see cref="Outcome"/> is <see cref="AlertOutcome.Failed"/> or <see cref="AlertOutcome.Unknown"/>.</summary>
    /// <returns>This result otherwise, one that was suppressed, is pending or had nothing to send with included.</returns>
    /// <exception cref="TwilioAlertException">Thrown when Twilio refused the alert, could not be reached, or may have taken it.</exception>
    /// <exception cref="InvalidOperationException">Thrown when the alert failed before there was anything to send.</exception>
    public AlertResult ThrowIfFailed()
    {
        if (Outcome is not (AlertOutcome.Failed or AlertOutcome.Unknown))
            return this;

        // With the stack of where it failed, not of this line.
        if (Error is not null)
            ExceptionDispatchInfo.Throw(Error);

        throw new InvalidOperationException(Detail ?? "The alert was not sent.");
    }
}

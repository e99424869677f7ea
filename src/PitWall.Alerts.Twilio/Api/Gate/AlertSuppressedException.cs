namespace PitWall.Alerts.Twilio;

/// <summary>The exception thrown when the gate holds back a message or call: nothing was sent, on purpose.</summary>
public sealed class AlertSuppressedException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">Why it was held back.</param>
    /// <param name="message">An explanation for people, without personal data.</param>
    public AlertSuppressedException(SuppressionReason reason, string message)
        : base(message) => Reason = reason;

    /// <summary>Why it was held back.</summary>
    public SuppressionReason Reason { get; }
}

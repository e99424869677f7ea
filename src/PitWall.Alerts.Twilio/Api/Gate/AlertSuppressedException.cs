namespace PitWall.Alerts.Twilio;

/// <summary>The gate held a message or call back: nothing was sent, on purpose.</summary>
public sealed class AlertSuppressedException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="message">A sentence for people, without personal data.</param>
    public AlertSuppressedException(SuppressionReason reason, string message)
        : base(message) => Reason = reason;

    /// <summary>Why it was held back.</summary>
    public SuppressionReason Reason { get; }
}

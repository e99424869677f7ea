namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Whether an alert may join the queue.</summary>
/// <param name="Reason">Why not; <see cref="SuppressionReason.None"/> when it may.</param>
/// <param name="Leader">The alert it is a duplicate of.</param>
internal readonly record struct AdmissionVerdict(SuppressionReason Reason, AlertJob? Leader)
{
    public static AdmissionVerdict Admitted { get; }

    public static AdmissionVerdict Refused(SuppressionReason reason) => new(reason, null);

    public static AdmissionVerdict DuplicateOf(AlertJob leader) => new(SuppressionReason.Duplicate, leader);
}

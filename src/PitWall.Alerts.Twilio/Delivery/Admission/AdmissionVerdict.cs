namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Whether an alert may join the queue.</summary>
/// <param name="Reason">Why not; <see cref="SuppressionReason.None"/> when it may.</param>
/// <param name="Leader">The alert under way that it is a duplicate of.</param>
/// <param name="Sent">The alert that it is a duplicate of, where that was sent already.</param>
/// <param name="Detail">A sentence for people, where there is more to say than the reason says.</param>
internal readonly record struct AdmissionVerdict(SuppressionReason Reason, AlertJob? Leader, SentAlert? Sent, string? Detail = null)
{
    public static AdmissionVerdict Admitted { get; }

    public static AdmissionVerdict Refused(SuppressionReason reason, string? detail = null) => new(reason, null, null, detail);

    public static AdmissionVerdict DuplicateOf(in DuplicateHolder holder) =>
        new(SuppressionReason.Duplicate, holder.Job, holder.Sent);
}

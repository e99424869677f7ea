namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>The order of a message's statuses. It only ever moves up.</summary>
/// <remarks>
/// Source: Twilio docs, "Outbound message status in status callbacks". Callbacks carry neither time nor number, may come twice and in
/// any order, and <c>read</c> may come without <c>delivered</c>. Twilio nowhere says that a failed message may be delivered later.
/// </remarks>
internal static class MessageProgress
{
    public static ProgressVerdict Judge(MessageStatus known, MessageStatus reported)
    {
        if (Rank(reported) is not { } next)
            return ProgressVerdict.Irrelevant;

        if (known == reported)
            return ProgressVerdict.Duplicate;

        if (Rank(known) is not { } current)
            return ProgressVerdict.Advance;

        var contradicts = IsFailure(known) ? IsArrival(reported) || IsFailure(reported) : IsArrival(known) && IsFailure(reported);
        if (contradicts)
            return ProgressVerdict.Contradiction;

        return next > current ? ProgressVerdict.Advance : ProgressVerdict.Late;
    }

    /// <summary>Whether nothing more is to be expected that matters: only <c>read</c> may follow <c>delivered</c>.</summary>
    public static bool IsFinal(MessageStatus status) => IsFailure(status) || IsArrival(status);

    /// <summary>Whether the message will not arrive.</summary>
    public static bool IsFailure(MessageStatus status) => status is MessageStatus.Undelivered or MessageStatus.Failed or MessageStatus.Canceled;

    private static bool IsArrival(MessageStatus status) => status is MessageStatus.Delivered or MessageStatus.Read;

    private static int? Rank(MessageStatus status) => status switch
    {
        MessageStatus.Scheduled => 0,
        MessageStatus.Accepted => 1,
        MessageStatus.Queued => 2,
        MessageStatus.Sending => 3,
        MessageStatus.Sent => 4,
        MessageStatus.PartiallyDelivered => 5,
        MessageStatus.Delivered or MessageStatus.Undelivered or MessageStatus.Failed or MessageStatus.Canceled => 6,
        MessageStatus.Read => 7,
        _ => null,
    };
}

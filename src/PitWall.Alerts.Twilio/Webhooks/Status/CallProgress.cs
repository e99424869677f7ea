namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>The order of a call's statuses. It only ever moves up.</summary>
/// <remarks>
/// Source: Twilio docs, Call resource, "Call status values" and "StatusCallback HTTP parameters". The sequence number of a callback
/// counts the same steps, so the order of the statuses says all that it would, also for the answer to a question, which has none.
/// </remarks>
internal static class CallProgress
{
    private const int Ended = 4;

    public static ProgressVerdict Judge(CallStatus known, CallStatus reported)
    {
        if (Rank(reported) is not { } next)
            return ProgressVerdict.Irrelevant;

        if (known == reported)
            return ProgressVerdict.Duplicate;

        if (Rank(known) is not { } current)
            return ProgressVerdict.Advance;

        if (current == Ended && next == Ended)
            return ProgressVerdict.Contradiction;

        return next > current ? ProgressVerdict.Advance : ProgressVerdict.Late;
    }

    public static bool IsFinal(CallStatus status) => Rank(status) == Ended;

    private static int? Rank(CallStatus status) => status switch
    {
        CallStatus.Queued => 0,
        CallStatus.Initiated => 1,
        CallStatus.Ringing => 2,
        CallStatus.InProgress => 3,
        CallStatus.Completed or CallStatus.Busy or CallStatus.Failed or CallStatus.NoAnswer or CallStatus.Canceled => Ended,
        _ => null,
    };
}

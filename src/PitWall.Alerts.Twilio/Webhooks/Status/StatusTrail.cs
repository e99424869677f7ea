using System.Collections.Immutable;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>
/// All that was reported of one message or call. Reports in any order, however often, give the same trail but for the times.
/// </summary>
/// <param name="Latest">The furthest status.</param>
/// <param name="ErrorCode">The error that came with it.</param>
/// <param name="Marks">Every status that was reported, each once, in the order of arrival.</param>
internal sealed record StatusTrail<TStatus>(TStatus Latest, TwilioErrorCode? ErrorCode, ImmutableArray<StatusMark<TStatus>> Marks)
    where TStatus : struct, Enum
{
    public static StatusTrail<TStatus> Empty { get; } = new(default, null, []);

    public bool Has(TStatus status)
    {
        foreach (var mark in Marks)
        {
            if (EqualityComparer<TStatus>.Default.Equals(mark.Status, status))
                return true;
        }

        return false;
    }

    public StatusTrail<TStatus> WithLatest(TStatus status, TwilioErrorCode? errorCode, DateTimeOffset at) =>
        new(status, errorCode, Marks.Add(new(status, at)));

    public StatusTrail<TStatus> WithLate(TStatus status, DateTimeOffset at) => this with { Marks = Marks.Add(new(status, at)) };
}

using System.Globalization;

namespace RaceReplay.Output;

/// <summary>What a storm of coaching alerts did to a critical one.</summary>
/// <param name="CoachingAlerts">How many were raised at once.</param>
/// <param name="QueuedWhenCriticalWasRaised">How many alerts waited for the sender, whatever they said.</param>
/// <param name="RequestsBeforeCritical">How many went out between; <see langword="null"/> when the critical alert was not accepted.</param>
internal sealed record StormSummary(int CoachingAlerts, int QueuedWhenCriticalWasRaised, int? RequestsBeforeCritical)
{
    public override string ToString()
    {
        var queued = string.Create(
            CultureInfo.InvariantCulture,
            $"{CoachingAlerts} coaching alerts; {QueuedWhenCriticalWasRaised} alerts were queued when the critical one was raised, ");
        return RequestsBeforeCritical is { } requests
            ? string.Create(CultureInfo.InvariantCulture, $"{queued}and {requests} requests went out before its own")
            : queued + "and it was not accepted";
    }
}

namespace PitWall.Alerts.Twilio;

/// <summary>The record of every alert: its outcome, when, and why. Bounded, in memory, thread-safe.</summary>
public interface IAlertLedger
{
    /// <summary>Finds an alert by the library's id.</summary>
    /// <param name="alertId">The id.</param>
    /// <returns>What is known; <see langword="null"/> if the alert was never raised or is no longer remembered.</returns>
    AlertEntry? Find(string alertId);

    /// <summary>Finds an alert by Twilio's SID.</summary>
    /// <param name="sid">The message SID or call SID.</param>
    /// <returns>What is known; <see langword="null"/> if no alert has this SID.</returns>
    AlertEntry? FindBySid(string sid);

    /// <summary>Returns the latest alerts, newest first.</summary>
    /// <param name="count">The maximum number of alerts. 1 and up.</param>
    /// <returns>The alerts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Thrown when <paramref name="count"/> is less than 1.</exception>
    IReadOnlyList<AlertEntry> Recent(int count);

    /// <summary>
    /// Streams every change, in order, from the first time the stream is read. A reader that falls 1,000 changes behind loses
    /// the oldest.
    /// </summary>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>The stream. It never ends by itself.</returns>
    /// <exception cref="OperationCanceledException">Thrown by the stream when <paramref name="cancellationToken"/> is cancelled.</exception>
    IAsyncEnumerable<AlertEntry> WatchAsync(CancellationToken cancellationToken = default);

    /// <summary>Summarizes counts, costs and times, for the debrief.</summary>
    /// <returns>The summary.</returns>
    AlertSummary Summarize();
}

namespace PitWall.Alerts.Twilio;

/// <summary>The record of every alert: what became of it, when, and why. Bounded, in memory, thread-safe.</summary>
public interface IAlertLedger
{
    /// <summary>Looks an alert up by our id.</summary>
    /// <param name="alertId">The id.</param>
    /// <returns>What is known; <see langword="null"/> when it was never raised or is forgotten.</returns>
    AlertEntry? Find(string alertId);

    /// <summary>Looks an alert up by Twilio's id.</summary>
    /// <param name="sid">The message SID or call SID.</param>
    /// <returns>What is known; <see langword="null"/> when no alert has it.</returns>
    AlertEntry? FindBySid(string sid);

    /// <summary>The latest alerts, newest first.</summary>
    /// <param name="count">How many at most. 1 and up.</param>
    /// <returns>The alerts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Thrown when <paramref name="count"/> is less than 1.</exception>
    IReadOnlyList<AlertEntry> Recent(int count);

    /// <summary>
    /// Every change, in order, from the moment the stream is first asked for one. A reader that falls 1,000 changes behind loses
    /// the oldest.
    /// </summary>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>The stream.</returns>
    IAsyncEnumerable<AlertEntry> WatchAsync(CancellationToken cancellationToken = default);

    /// <summary>Counts, costs and times, for the debrief.</summary>
    /// <returns>The summary.</returns>
    AlertSummary Summarize();
}

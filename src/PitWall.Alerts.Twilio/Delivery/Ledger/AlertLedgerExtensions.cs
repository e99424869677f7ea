using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio;

/// <summary>Questions to a ledger that take a while to answer.</summary>
public static class AlertLedgerExtensions
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>
    /// Waits until an alert has taken a step, such as <see cref="AlertStep.Heard"/>, or nothing more is to be expected: it was not sent, it
    /// ended as <see cref="AlertOutcome.Unknown"/>, or Twilio reported the end of its message or call. A step that was taken before the
    /// call counts.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="alertId">Our id of the alert.</param>
    /// <param name="step">The step.</param>
    /// <param name="cancellationToken">Ends the wait. A report may never come: the overload with a time-out gives up by itself.</param>
    /// <returns>
    /// The alert as it is then; its <see cref="AlertEntry.Times"/> say whether the step was taken. <see langword="null"/> when the ledger
    /// does not know the alert, or has forgotten it.
    /// </returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="ledger"/> or <paramref name="alertId"/> is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    public static Task<AlertEntry?> WaitForAsync(
        this IAlertLedger ledger, string alertId, AlertStep step, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(alertId);
        return WaitAsync(ledger, alertId, step, cancellationToken);
    }

    /// <summary>
    /// Waits in the same way, but no longer than a time-out. Escalation needs no more: when this returns and the step was not taken, it is
    /// the next person's turn.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="alertId">Our id of the alert.</param>
    /// <param name="step">The step.</param>
    /// <param name="timeout">How long to wait at most; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <param name="timeProvider">The clock of the time-out; the system's by default.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// The alert as it is then, also when the time is up; its <see cref="AlertEntry.Times"/> say whether the step was taken.
    /// <see langword="null"/> when the ledger does not know the alert, or has forgotten it.
    /// </returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="ledger"/> or <paramref name="alertId"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Thrown when <paramref name="timeout"/> is negative and not infinite, or longer than timers can be (49 days).
    /// </exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    public static Task<AlertEntry?> WaitForAsync(
        this IAlertLedger ledger,
        string alertId,
        AlertStep step,
        TimeSpan timeout,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(alertId);
        if (timeout != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(timeout, LongestTimer);
        }

        return WaitAsync(ledger, alertId, step, timeout, timeProvider ?? TimeProvider.System, cancellationToken);
    }

    private static async Task<AlertEntry?> WaitAsync(
        IAlertLedger ledger, string alertId, AlertStep step, TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var patience = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await WaitAsync(ledger, alertId, step, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ledger.Find(alertId);
        }
    }

    private static async Task<AlertEntry?> WaitAsync(IAlertLedger ledger, string alertId, AlertStep step, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var changes = ledger.WatchAsync(watching.Token).GetAsyncEnumerator(watching.Token);
        await using (changes.ConfigureAwait(false))
        {
            // Before the first look, so that nothing falls between looking and watching.
            var change = changes.MoveNextAsync().AsTask();
            try
            {
                // Looked up at every change: one of many may have been lost, the alert itself is always as it is.
                while (ledger.Find(alertId) is { } entry)
                {
                    if (entry.Times.ContainsKey(step) || IsOver(entry, step) || !await change.ConfigureAwait(false))
                        return entry;

                    change = changes.MoveNextAsync().AsTask();
                }

                return null;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
            finally
            {
                // A stream that is being asked must not be disposed of.
                await watching.CancelAsync().ConfigureAwait(false);
                await ((Task)change).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static bool IsOver(AlertEntry entry, AlertStep step) => entry.Outcome switch
    {
        AlertOutcome.Pending => false,
        AlertOutcome.Accepted when entry.Channel == AlertChannel.Voice => CallProgress.IsFinal(entry.CallStatus),

        // WhatsApp tells that a message was read after it told that it was delivered.
        AlertOutcome.Accepted => MessageProgress.IsFinal(entry.MessageStatus) && (step != AlertStep.Read || entry.MessageStatus != MessageStatus.Delivered),
        _ => true,
    };
}

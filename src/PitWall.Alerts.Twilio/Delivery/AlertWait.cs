namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>A caller that waits for an alert's end. Whatever comes first ends the wait: the end, its time-out, its token.</summary>
internal sealed class AlertWait(AlertJob job, AlertDispatcher dispatcher, long deadline) : TaskCompletionSource<AlertResult>
{
    private CancellationTokenRegistration _cancellation;
    private ITimer? _secondClock;
    private int _isOver;

    /// <summary>When patience ends, as a timestamp of the alerts' clock.</summary>
    public long Deadline => deadline;

    public bool IsOver => Volatile.Read(ref _isOver) == 1;

    /// <summary>Lets the caller's token end the wait, which gives the alert up.</summary>
    public void EndWith(CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled)
            return;

        // Either this sees that it is over, or the code that ends it sees the registration.
        _cancellation = cancellationToken.UnsafeRegister(static (wait, token) => ((AlertWait)wait!).Cancel(token), this);
        Interlocked.MemoryBarrier();
        if (IsOver)
            _cancellation.Unregister();
    }

    /// <summary>Lets a second clock end the wait as well.</summary>
    public void EndAfter(TimeSpan patience, TimeProvider clock)
    {
        _secondClock = clock.CreateTimer(static wait => ((AlertWait)wait!).GiveUp(), this, patience, Timeout.InfiniteTimeSpan);
        Interlocked.MemoryBarrier();
        if (IsOver)
            _secondClock.Dispose();
    }

    /// <summary>The alert has its end soon.</summary>
    public void Expect()
    {
        const int bytes = 128;
        CacheHint.Fetch(this, bytes);
    }

    /// <summary>The alert has its end.</summary>
    /// <param name="result">The end.</param>
    /// <param name="mayRunCaller">Whether the caller may go on right here, before this returns.</param>
    public void End(AlertResult result, bool mayRunCaller)
    {
        if (!TryBeOver())
            return;

        if (mayRunCaller)
            TrySetResult(result);
        else
            SetLater(result);
    }

    /// <summary>Patience is at its end: the caller goes on, and so does the alert.</summary>
    public void GiveUp()
    {
        if (!TryBeOver())
            return;

        SetLater(AlertResults.Pending(job, dispatcher.HoldOf(job)));
    }

    private void Cancel(CancellationToken cancellationToken)
    {
        if (!TryBeOver())
            return;

        dispatcher.Cancel(job);
        ThreadPool.UnsafeQueueUserWorkItem(static s => s.Wait.TrySetCanceled(s.Token), (Wait: this, Token: cancellationToken), preferLocal: false);
    }

    private bool TryBeOver()
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 1)
            return false;

        // Without waiting for a callback that runs: it may be this one.
        _cancellation.Unregister();
        _secondClock?.Dispose();
        return true;
    }

    // The code that ends a wait has other alerts to handle and does not run what the caller does next.
    private void SetLater(AlertResult result) =>
        ThreadPool.UnsafeQueueUserWorkItem(static s => s.Wait.TrySetResult(s.Result), (Wait: this, Result: result), preferLocal: false);
}

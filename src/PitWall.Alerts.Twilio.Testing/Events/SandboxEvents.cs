using System.Collections.Immutable;

namespace PitWall.Alerts.Twilio.Testing.Events;

/// <summary>
/// The stream of everything that changes. Waiters for a state are woken and check again; followers are notified of each event.
/// </summary>
internal sealed class SandboxEvents
{
    private ImmutableArray<Action<SandboxEvent>> _followers = [];
    private TaskCompletionSource? _change;

    /// <summary>Wakes the waiters for a state so that they check again.</summary>
    public void Wake() => Interlocked.Exchange(ref _change, null)?.TrySetResult();

    public void Publish(SandboxEvent change)
    {
        Wake();
        foreach (var follower in _followers) follower(change);
    }

    /// <summary>Waits until <paramref name="probe"/> finds something. The time is real time: the sandbox's clock may stand still.</summary>
    /// <exception cref="TimeoutException">Thrown when it found nothing in time.</exception>
    public async Task<T> WaitForAsync<T>(Func<T?> probe, TimeSpan timeout, CancellationToken cancellationToken)
        where T : class
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        while (true)
        {
            // Taken before the look, so that no change between the look and the wait is missed.
            var change = NextChange();
            if (probe() is { } found) return found;

            try
            {
                await change.WaitAsync(deadline.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException();
            }
        }
    }

    /// <summary>
    /// Passes on every event from now on, on the thread that caused it, until disposed; the follower must be quick and must not
    /// throw.
    /// </summary>
    public IDisposable Follow(Action<SandboxEvent> follower)
    {
        ImmutableInterlocked.Update(ref _followers, static (followers, added) => followers.Add(added), follower);
        return new Follower(this, follower);
    }

    private Task NextChange()
    {
        var current = Volatile.Read(ref _change);
        if (current is not null) return current.Task;

        var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _change, next, null) ?? next).Task;
    }

    private sealed class Follower(SandboxEvents events, Action<SandboxEvent> follower) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref events._followers, static (followers, gone) => followers.Remove(gone), follower);
    }
}

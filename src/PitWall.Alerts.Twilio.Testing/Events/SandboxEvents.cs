using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PitWall.Alerts.Twilio.Testing.Events;

/// <summary>
/// The stream of everything that changes. Those who wait for a state are woken and look again; those who follow get each event, or lose the
/// oldest when they cannot keep up.
/// </summary>
internal sealed class SandboxEvents
{
    private ImmutableArray<Channel<SandboxEvent>> _followers = [];
    private TaskCompletionSource? _change;

    /// <summary>Lets those who wait for a state look again.</summary>
    public void Wake() => Interlocked.Exchange(ref _change, null)?.TrySetResult();

    public void Publish(SandboxEvent change)
    {
        Wake();
        foreach (var follower in _followers) follower.Writer.TryWrite(change);
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

    /// <summary>Every event from now on.</summary>
    public async IAsyncEnumerable<SandboxEvent> FollowAsync(int backlog, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bounds = new BoundedChannelOptions(backlog) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true };
        var channel = Channel.CreateBounded<SandboxEvent>(bounds);
        ImmutableInterlocked.Update(ref _followers, static (followers, added) => followers.Add(added), channel);
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false)) yield return change;
        }
        finally
        {
            ImmutableInterlocked.Update(ref _followers, static (followers, gone) => followers.Remove(gone), channel);
        }
    }

    private Task NextChange()
    {
        var current = Volatile.Read(ref _change);
        if (current is not null) return current.Task;

        var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _change, next, null) ?? next).Task;
    }
}

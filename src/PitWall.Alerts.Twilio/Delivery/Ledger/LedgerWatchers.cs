using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The readers of the ledger's changes. One that falls behind loses the oldest of them and holds up no other.</summary>
internal sealed class LedgerWatchers
{
    /// <summary>How far a reader may fall behind.</summary>
    private const int Capacity = 1_000;

    private ImmutableArray<Channel<AlertEntry>> _watchers = [];

    public int Count => _watchers.Length;

    /// <summary>Passes on what is known of an alert now. Called under the ledger's lock, so that changes come in order.</summary>
    public void Tell(in AlertFacts facts)
    {
        var watchers = _watchers;
        if (watchers.IsEmpty)
            return;

        var entry = facts.ToEntry();
        foreach (var watcher in watchers)
            watcher.Writer.TryWrite(entry);
    }

    public async IAsyncEnumerable<AlertEntry> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateBounded<AlertEntry>(
            new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        ImmutableInterlocked.Update(ref _watchers, static (all, one) => all.Add(one), channel);
        try
        {
            await foreach (var entry in channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return entry;
        }
        finally
        {
            ImmutableInterlocked.Update(ref _watchers, static (all, one) => all.Remove(one), channel);
        }
    }
}

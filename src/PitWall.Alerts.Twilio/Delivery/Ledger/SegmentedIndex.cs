using System.Numerics;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Finds the slots of a ring by a hash, segment by segment. Not thread-safe.</summary>
/// <remarks>
/// The newest segment is small enough to stay in the processor's caches, so entering goes through no memory that was not just used; and
/// what is forgotten is not taken out: a segment is cleared as a whole when the ring comes round to it. Looking for something takes a look into each
/// segment, from the newest on, where nearly all that is looked for is.
/// </remarks>
/// <param name="segments">How many segments the ring has.</param>
/// <param name="segmentLength">How many slots a segment has, 65,534 at most.</param>
internal sealed class SegmentedIndex(int segments, int segmentLength)
{
    private readonly int _heads = (int)BitOperations.RoundUpToPowerOf2((uint)segmentLength);

    // Places in their segment, with one more, so that 0 stands for none.
    private readonly ushort[] _first = new ushort[segments * (int)BitOperations.RoundUpToPowerOf2((uint)segmentLength)];
    private readonly ushort[] _next = new ushort[segments * segmentLength];

    /// <summary>Forgets what is in a segment.</summary>
    public void Clear(int segment) => _first.AsSpan(segment * _heads, _heads).Clear();

    public void Add(int hash, int slot)
    {
        var segment = slot / segmentLength;
        ref var first = ref FirstOf(segment, hash);
        _next[slot] = first;
        first = (ushort)(slot - (segment * segmentLength) + 1);
    }

    /// <summary>Takes a slot out that was added under this hash; does nothing for one that was not.</summary>
    public void Remove(int hash, int slot)
    {
        var segment = slot / segmentLength;
        var start = segment * segmentLength;
        ref var link = ref FirstOf(segment, hash);
        while (link != slot - start + 1)
        {
            if (link == 0)
                return;

            link = ref _next[start + link - 1];
        }

        link = _next[slot];
    }

    /// <summary>The slot that was added last to a segment under a hash, or under one that shares its chain; -1 for none.</summary>
    public int First(int segment, int hash) => SlotOf(segment, FirstOf(segment, hash));

    /// <summary>The slot that was added before in the same chain; -1 for none.</summary>
    public int Next(int slot) => SlotOf(slot / segmentLength, _next[slot]);

    private int SlotOf(int segment, ushort link) => link == 0 ? -1 : (segment * segmentLength) + link - 1;

    private ref ushort FirstOf(int segment, int hash) => ref _first[(segment * _heads) + (hash & (_heads - 1))];
}

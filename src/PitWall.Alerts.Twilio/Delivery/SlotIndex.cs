using System.Numerics;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>
/// Finds the slots of a ring by a hash. Two arrays of integers, small enough to stay in the processor's caches, where a dictionary would
/// keep every key a second time and at random. Not thread-safe.
/// </summary>
/// <param name="slots">How many slots the ring has.</param>
internal sealed class SlotIndex(int slots)
{
    // Kept with one more, so that 0 stands for none.
    private readonly int[] _first = new int[BitOperations.RoundUpToPowerOf2((uint)(2 * slots))];
    private readonly int[] _next = new int[slots];

    /// <summary>The slot that was added last under a hash, or under one that shares its chain; -1 for none.</summary>
    public int First(int hash) => FirstOf(hash) - 1;

    /// <summary>The slot that was added before in the same chain; -1 for none.</summary>
    public int Next(int slot) => _next[slot] - 1;

    public void Add(int hash, int slot)
    {
        ref var first = ref FirstOf(hash);
        _next[slot] = first;
        first = slot + 1;
    }

    /// <summary>Takes a slot out that was added under this hash; does nothing for one that was not.</summary>
    public void Remove(int hash, int slot)
    {
        ref var link = ref FirstOf(hash);
        while (link != slot + 1)
        {
            if (link == 0)
                return;

            link = ref _next[link - 1];
        }

        link = _next[slot];
    }

    private ref int FirstOf(int hash) => ref _first[hash & (_first.Length - 1)];
}

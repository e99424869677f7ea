using System.Numerics;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Finds the places of a window by a hash. Not thread-safe.</summary>
/// <remarks>
/// Chains from the newest place to the oldest, as compressors find what came before: a chain ends where the window does, so what slides out
/// need not be taken out. Beside a place stands a part of its hash: a chain leads past what is another's without looking at it.
/// </remarks>
/// <param name="length">How many places the window has at most.</param>
internal sealed class SlidingIndex(int length)
{
    private const int BitsOfPlace = 48;

    // From here up a key's hash tells those apart that share a chain.
    private const int FirstBitOfMark = 45;

    private const ulong PlaceMask = (1UL << BitsOfPlace) - 1;

    // A place with one more, so that 0 stands for none, and above it its mark.
    private readonly ulong[] _first = new ulong[BitOperations.RoundUpToPowerOf2((uint)(2 * length))];
    private readonly ulong[] _next = new ulong[length];

    /// <summary>Adds the newest place.</summary>
    /// <param name="hash">Its hash, of 61 bits.</param>
    /// <param name="place">The place.</param>
    public void Add(ulong hash, long place)
    {
        ref var first = ref FirstOf(hash);
        NextOf(place) = first;
        first = ((ulong)place + 1) | (MarkOf(hash) << BitsOfPlace);
    }

    /// <summary>Takes a place out that is in the window still.</summary>
    public void Remove(ulong hash, long place)
    {
        ref var link = ref FirstOf(hash);
        while (PlaceOf(link) > place)
            link = ref NextOf(PlaceOf(link));

        if (PlaceOf(link) == place)
            link = NextOf(place);
    }

    /// <summary>The newest place with a hash, or with one that looks like it; -1 for none.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="oldest">Where the window ends.</param>
    public long First(ulong hash, long oldest) => Of(FirstOf(hash), hash, oldest);

    /// <summary>The one before.</summary>
    public long Next(long place, ulong hash, long oldest) => Of(NextOf(place), hash, oldest);

    private long Of(ulong link, ulong hash, long oldest)
    {
        while (PlaceOf(link) is var place && place >= oldest)
        {
            if (link >> BitsOfPlace == MarkOf(hash))
                return place;

            link = NextOf(place);
        }

        return -1;
    }

    private static long PlaceOf(ulong link) => (long)(link & PlaceMask) - 1;

    private static ulong MarkOf(ulong hash) => (hash >> FirstBitOfMark) & ((1UL << (64 - BitsOfPlace)) - 1);

    private ref ulong FirstOf(ulong hash) => ref _first[hash & (ulong)(_first.Length - 1)];

    private ref ulong NextOf(long place) => ref _next[(ulong)place % (uint)_next.Length];
}

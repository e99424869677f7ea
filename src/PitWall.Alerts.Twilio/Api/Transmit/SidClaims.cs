using System.Buffers;
using System.Buffers.Binary;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>The SIDs that already belong to an alert, so that reconciliation never adopts one twice.</summary>
/// <remarks>A SID is 128 bits behind two letters, and is kept as those: what is remembered of every alert should be small.</remarks>
internal sealed class SidClaims
{
    /// <summary>More than a short code creates within the longest reconciliation window (100 a second for 5 min).</summary>
    private const int Capacity = 32_768;

    private readonly BoundedSet<UInt128> _claimed = new(Capacity);

    /// <summary>Claims a SID.</summary>
    /// <returns><see langword="false"/> when it belongs to another alert already, or is no SID.</returns>
    public bool TryClaim(string sid) => TryRead(sid, out var bits) && _claimed.Add(bits);

    /// <summary>Whether it belongs to somebody. What is no SID is nobody's to adopt.</summary>
    public bool IsClaimed(string sid) => !TryRead(sid, out var bits) || _claimed.Contains(bits);

    private static bool TryRead(string sid, out UInt128 bits)
    {
        const int kindLetters = 2;
        const int bytes = 16;
        Span<byte> read = stackalloc byte[bytes];
        var isSid = sid.Length == kindLetters + (2 * bytes)
            && Convert.FromHexString(sid.AsSpan(kindLetters), read, out _, out _) == OperationStatus.Done;
        bits = isSid ? BinaryPrimitives.ReadUInt128BigEndian(read) : default;
        return isSid;
    }
}

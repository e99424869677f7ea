using System.Buffers;
using System.Buffers.Binary;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>The SIDs that already belong to an alert, so that reconciliation never adopts one twice. Thread-safe; forgets the oldest.</summary>
/// <remarks>
/// A SID is 128 bits behind two letters, and is kept as those, one after the other: every create adds one, and only a create whose answer
/// was lost ever looks for one, which may take a while.
/// </remarks>
internal sealed class SidClaims
{
    /// <summary>More than a short code creates within the longest reconciliation window (100 a second for 5 min).</summary>
    private const int Capacity = 32_768;

    private const int FirstLength = 64;

    private readonly Lock _gate = new();
    private UInt128[] _claimed = new UInt128[FirstLength];
    private int _count;
    private int _next;

    /// <summary>Records that a SID belongs to an alert. Text that is not a SID can never be adopted anyway.</summary>
    public void Claim(string sid)
    {
        if (!TryRead(sid, out var bits))
            return;

        lock (_gate)
            Add(bits);
    }

    /// <summary>Claims a SID unless it is already claimed.</summary>
    /// <returns><see langword="false"/> if it already belongs to another alert, or is not a SID.</returns>
    public bool TryClaim(string sid)
    {
        if (!TryRead(sid, out var bits))
            return false;

        lock (_gate)
        {
            if (Contains(bits))
                return false;

            Add(bits);
            return true;
        }
    }

    /// <summary>Whether it is already claimed. Text that is not a SID counts as claimed, so it is never adopted.</summary>
    public bool IsClaimed(string sid)
    {
        if (!TryRead(sid, out var bits))
            return true;

        lock (_gate)
            return Contains(bits);
    }

    private bool Contains(UInt128 bits) => _claimed.AsSpan(0, _count).Contains(bits);

    private void Add(UInt128 bits)
    {
        if (_next == _claimed.Length)
        {
            if (_next < Capacity)
                Array.Resize(ref _claimed, 2 * _next);
            else
                _next = 0;
        }

        _claimed[_next++] = bits;
        _count = Math.Max(_count, _next);
    }

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

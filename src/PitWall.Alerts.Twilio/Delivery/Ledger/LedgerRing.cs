namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>
/// The ledger's memory: alerts in the order they were entered, found by place, id and SID. Used under the ledger's lock.
/// </summary>
/// <remarks>
/// A ring of structs and two indexes of integers. Every alert passes through here and stays for a long time, so none is kept as
/// an object, and entering and forgetting go through memory in order. The ring has a segment more than it needs, so that nothing is
/// remembered of the one that it comes round to.
/// </remarks>
internal sealed class LedgerRing
{
    private const int FirstLength = 64;

    private const int Segments = 16;

    private AlertFacts[] _slots = [];
    private SegmentedIndex _byId = null!;
    private SegmentedIndex _bySid = null!;
    private int _segmentLength;
    private long _next;

    public LedgerRing() => Allocate(FirstLength);

    public int Count => (int)(_next - Oldest);

    /// <summary>How many it has room for.</summary>
    public int Length { get; private set; }

    /// <summary>The newest place; places count down from here to <see cref="Oldest"/>.</summary>
    public long Newest => _next - 1;

    public long Oldest { get; private set; }

    /// <summary>What is known of the alert at a place.</summary>
    public ref AlertFacts this[long place] => ref _slots[SlotOf(place)];

    /// <summary>Whether what was entered at a place is remembered.</summary>
    public bool Holds(long place) => place >= Oldest && place < _next;

    /// <summary>An alert is entered soon. May be called without the lock.</summary>
    public void Expect()
    {
        ExpectChange(_next);

        // Full, it forgets its oldest for the new one, and then looks how old the next is.
        var slots = _slots;
        CacheHint.Fetch(ref slots[(int)((ulong)(Oldest + 1) % (uint)slots.Length)].BeganAt);
    }

    /// <summary>An alert is changed soon. May be called without the lock.</summary>
    public void ExpectChange(long place)
    {
        var slots = _slots;
        CacheHint.Fetch(ref slots[(int)((ulong)place % (uint)slots.Length)]);
    }

    /// <summary>Enters an alert.</summary>
    /// <param name="facts">What is known of it.</param>
    /// <param name="atMost">How many are remembered at most, with this one.</param>
    /// <returns>Its place.</returns>
    public long Enter(in AlertFacts facts, int atMost)
    {
        // To what is needed and no further; and back again, where fewer are to be remembered from now on.
        var enough = Math.Max(atMost, FirstLength);
        if (Length > enough)
            Resize(enough);
        else if (Count == Length)
            Resize(Math.Min(2 * Length, enough));

        var place = _next++;
        var slot = SlotOf(place);
        if (slot % _segmentLength == 0)
        {
            _byId.Clear(slot / _segmentLength);
            _bySid.Clear(slot / _segmentLength);
        }

        _slots[slot] = facts;
        _byId.Add(facts.Id.GetHashCode(), slot);
        return place;
    }

    /// <summary>Gives the alert at a place the SID it is found by from now on.</summary>
    public void Identify(long place, in CompactText sid)
    {
        var slot = SlotOf(place);
        ref var facts = ref _slots[slot];
        if (facts.Sid.HasValue)
            _bySid.Remove(facts.Sid.GetHashCode(), slot);

        facts.Sid = sid;
        _bySid.Add(sid.GetHashCode(), slot);
    }

    /// <summary>Finds the place of the alert with an id; -1 for none.</summary>
    public long Find(in CompactText id)
    {
        for (var (hash, back) = (id.GetHashCode(), 0); back <= Segments; back++)
        {
            for (var slot = _byId.First(SegmentAt(back), hash); slot >= 0; slot = _byId.Next(slot))
            {
                if (_slots[slot].Id.Equals(id) && PlaceOf(slot) is var place && place >= Oldest)
                    return place;
            }
        }

        return -1;
    }

    /// <summary>Finds the place of the alert with a SID, a late one, should there be several; -1 for none.</summary>
    public long FindSid(in CompactText sid)
    {
        for (var (hash, back) = (sid.GetHashCode(), 0); back <= Segments; back++)
        {
            for (var slot = _bySid.First(SegmentAt(back), hash); slot >= 0; slot = _bySid.Next(slot))
            {
                if (_slots[slot].Sid.Equals(sid) && PlaceOf(slot) is var place && place >= Oldest)
                    return place;
            }
        }

        return -1;
    }

    /// <summary>Forgets the oldest. Its memory is used again when its turn comes.</summary>
    public void Forget() => Oldest++;

    // No power of two: what the ring does not need would push other things out of the processor's caches.
    private int SlotOf(long place) => (int)((ulong)place % (uint)_slots.Length);

    /// <summary>The latest place that came to a slot.</summary>
    private long PlaceOf(int slot)
    {
        var newest = SlotOf(_next + _slots.Length - 1);
        return _next - 1 - (newest >= slot ? newest - slot : newest - slot + _slots.Length);
    }

    /// <summary>The newest segment, or one so many before.</summary>
    private int SegmentAt(int back)
    {
        var segment = (SlotOf(_next + _slots.Length - 1) / _segmentLength) - back;
        return segment >= 0 ? segment : segment + Segments + 1;
    }

    private void Resize(int length)
    {
        var slots = _slots;
        Allocate(length);
        for (var place = Oldest; place < _next; place++)
        {
            var slot = SlotOf(place);
            _slots[slot] = slots[(int)((ulong)place % (uint)slots.Length)];
            _byId.Add(_slots[slot].Id.GetHashCode(), slot);
            if (_slots[slot].Sid.HasValue)
                _bySid.Add(_slots[slot].Sid.GetHashCode(), slot);
        }
    }

    private void Allocate(int length)
    {
        Length = length;
        _segmentLength = (length + Segments - 1) / Segments;
        _slots = new AlertFacts[(Segments + 1) * _segmentLength];
        (_byId, _bySid) = (new SegmentedIndex(Segments + 1, _segmentLength), new SegmentedIndex(Segments + 1, _segmentLength));
    }
}

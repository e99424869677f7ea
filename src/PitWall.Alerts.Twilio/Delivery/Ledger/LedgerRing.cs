namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>
/// The ledger's memory: alerts in the order they were entered, found by place, id and SID. Used under the ledger's lock.
/// </summary>
/// <remarks>
/// A ring of structs and two indexes of integers. Every alert passes through here and stays for a long time, so nothing that stays is
/// an object, and entering and forgetting go through memory in order.
/// </remarks>
internal sealed class LedgerRing
{
    private const int FirstLength = 64;

    private AlertFacts[] _slots = new AlertFacts[FirstLength];
    private SlotIndex _byId = new(FirstLength);
    private SlotIndex _bySid = new(FirstLength);
    private long _next;

    public int Count => (int)(_next - Oldest);

    /// <summary>The newest place; places count down from here to <see cref="Oldest"/>.</summary>
    public long Newest => _next - 1;

    public long Oldest { get; private set; }

    /// <summary>What is known of the alert at a place.</summary>
    public ref AlertFacts this[long place] => ref _slots[SlotOf(place)];

    /// <summary>Whether what was entered at a place is remembered.</summary>
    public bool Holds(long place) => place >= Oldest && place < _next;

    /// <summary>Enters an alert.</summary>
    /// <param name="facts">What is known of it.</param>
    /// <param name="atMost">How many there will be at most.</param>
    /// <returns>Its place.</returns>
    public long Enter(in AlertFacts facts, int atMost)
    {
        if (Count == _slots.Length)
            Grow(Math.Max(Math.Min(2 * _slots.Length, atMost), _slots.Length + 1));

        var place = _next++;
        var slot = SlotOf(place);
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
        for (var slot = _byId.First(id.GetHashCode()); slot >= 0; slot = _byId.Next(slot))
        {
            if (_slots[slot].Id.Equals(id))
                return PlaceOf(slot);
        }

        return -1;
    }

    /// <summary>Finds the place of the alert with a SID, the latest, should there be several; -1 for none.</summary>
    public long FindSid(in CompactText sid)
    {
        for (var slot = _bySid.First(sid.GetHashCode()); slot >= 0; slot = _bySid.Next(slot))
        {
            if (_slots[slot].Sid.Equals(sid))
                return PlaceOf(slot);
        }

        return -1;
    }

    /// <summary>Forgets the oldest. Its memory is used again when its turn comes.</summary>
    public void Forget()
    {
        var slot = SlotOf(Oldest);
        ref var facts = ref _slots[slot];
        _byId.Remove(facts.Id.GetHashCode(), slot);
        if (facts.Sid.HasValue)
            _bySid.Remove(facts.Sid.GetHashCode(), slot);

        Oldest++;
    }

    // No power of two: what the ring does not need would push other things out of the processor's caches.
    private int SlotOf(long place) => (int)((ulong)place % (uint)_slots.Length);

    private long PlaceOf(int slot)
    {
        var oldest = SlotOf(Oldest);
        return Oldest + (slot >= oldest ? slot - oldest : slot + _slots.Length - oldest);
    }

    private void Grow(int length)
    {
        var slots = _slots;
        _slots = new AlertFacts[length];
        (_byId, _bySid) = (new SlotIndex(length), new SlotIndex(length));
        for (var place = Oldest; place < _next; place++)
        {
            var slot = SlotOf(place);
            _slots[slot] = slots[(int)((ulong)place % (uint)slots.Length)];
            _byId.Add(_slots[slot].Id.GetHashCode(), slot);
            if (_slots[slot].Sid.HasValue)
                _bySid.Add(_slots[slot].Sid.GetHashCode(), slot);
        }
    }
}

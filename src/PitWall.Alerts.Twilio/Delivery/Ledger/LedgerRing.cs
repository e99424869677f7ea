namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>
/// The ledger's memory: alerts in the order they were entered, found by place, id and SID. Used under the ledger's lock.
/// </summary>
/// <remarks>
/// A ring of structs and two indexes of integers. Every alert passes through here and stays for a long time, so none is kept as
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

    /// <summary>How many it has room for.</summary>
    public int Length => _slots.Length;

    /// <summary>The newest place; places count down from here to <see cref="Oldest"/>.</summary>
    public long Newest => _next - 1;

    public long Oldest { get; private set; }

    /// <summary>What is known of the alert at a place.</summary>
    public ref AlertFacts this[long place] => ref _slots[SlotOf(place)];

    /// <summary>Whether what was entered at a place is remembered.</summary>
    public bool Holds(long place) => place >= Oldest && place < _next;

    /// <summary>Enters an alert.</summary>
    /// <param name="facts">What is known of it.</param>
    /// <param name="atMost">How many are remembered at most, with this one.</param>
    /// <returns>Its place.</returns>
    public long Enter(in AlertFacts facts, int atMost)
    {
        // To what is needed and no further; and back again, where fewer are to be remembered from now on.
        var enough = Math.Max(atMost, FirstLength);
        if (_slots.Length > enough)
            Resize(enough);
        else if (Count == _slots.Length)
            Resize(Math.Min(2 * _slots.Length, enough));

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
        AddSid(slot);
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

    /// <summary>The latest has the SID: several with one SID would make a chain that is walked again and again.</summary>
    private void AddSid(int slot)
    {
        ref readonly var sid = ref _slots[slot].Sid;
        var hash = sid.GetHashCode();
        for (var other = _bySid.First(hash); other >= 0; other = _bySid.Next(other))
        {
            if (_slots[other].Sid.Equals(sid))
            {
                _bySid.Remove(hash, other);
                break;
            }
        }

        _bySid.Add(hash, slot);
    }

    private void Resize(int length)
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
                AddSid(slot);
        }
    }
}

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

    private readonly UnderWayTable<AlertRecord> _underWay = new();
    private LedgerSlot[] _slots = new LedgerSlot[FirstLength];
    private SlotIndex _byId = new(FirstLength);
    private SlotIndex _bySid = new(FirstLength);
    private long _oldest;
    private long _next;

    public int Count => (int)(_next - _oldest);

    /// <summary>The newest place; places count down from here to <see cref="Oldest"/>.</summary>
    public long Newest => _next - 1;

    public long Oldest => _oldest;

    public ref LedgerSlot At(long place) => ref _slots[SlotOf(place)];

    public ref AlertFacts FactsAt(long place) => ref FactsIn(SlotOf(place));

    /// <summary>Whether what was entered at a place is remembered.</summary>
    public bool Holds(long place) => place >= _oldest && place < _next;

    /// <summary>Enters an alert that is under way.</summary>
    public void Enter(AlertRecord record, long enteredAt)
    {
        if (Count == _slots.Length)
            Grow();

        record.Place = _next;
        var slot = SlotOf(_next++);
        (_slots[slot].UnderWay, _slots[slot].EnteredAt) = (_underWay.Add(record), enteredAt);
        _byId.Add(record.Facts.Id.GetHashCode(), slot);
    }

    /// <summary>Lets go of an alert that has ended, and keeps its facts.</summary>
    public void Keep(AlertRecord record)
    {
        ref var slot = ref At(record.Place);
        slot.Ended = record.Facts;
        _underWay.Remove(slot.UnderWay);
        slot.UnderWay = 0;
    }

    /// <summary>Gives the alert at a place the SID it is found by from now on.</summary>
    public void Identify(long place, in CompactText sid)
    {
        var slot = SlotOf(place);
        ref var facts = ref FactsIn(slot);
        if (facts.Sid.HasValue)
            _bySid.Remove(facts.Sid.GetHashCode(), slot);

        facts.Sid = sid;
        _bySid.Add(sid.GetHashCode(), slot);
    }

    /// <summary>Finds the place of the alert with an id.</summary>
    public bool TryFind(in CompactText id, out long place)
    {
        for (var slot = _byId.First(id.GetHashCode()); slot >= 0; slot = _byId.Next(slot))
        {
            if (FactsIn(slot).Id.Equals(id))
                return IsAt(slot, out place);
        }

        place = -1;
        return false;
    }

    /// <summary>Finds the place of the alert with a SID; the latest, should there be several.</summary>
    public bool TryFindSid(in CompactText sid, out long place)
    {
        for (var slot = _bySid.First(sid.GetHashCode()); slot >= 0; slot = _bySid.Next(slot))
        {
            if (FactsIn(slot).Sid.Equals(sid))
                return IsAt(slot, out place);
        }

        place = -1;
        return false;
    }

    /// <summary>Forgets the oldest.</summary>
    public void Forget()
    {
        var slot = SlotOf(_oldest);
        ref var facts = ref FactsIn(slot);
        _byId.Remove(facts.Id.GetHashCode(), slot);
        if (facts.Sid.HasValue)
            _bySid.Remove(facts.Sid.GetHashCode(), slot);

        // The rest is overwritten when its turn comes.
        _underWay.Remove(_slots[slot].UnderWay);
        _oldest++;
    }

    private int SlotOf(long place) => (int)(place & (_slots.Length - 1));

    private bool IsAt(int slot, out long place)
    {
        place = _oldest + ((slot - SlotOf(_oldest)) & (_slots.Length - 1));
        return true;
    }

    private ref AlertFacts FactsIn(int slot)
    {
        ref var found = ref _slots[slot];
        if (_underWay[found.UnderWay] is { } record)
            return ref record.Facts;

        return ref found.Ended;
    }

    private void Grow()
    {
        var (slots, length) = (_slots, 2 * _slots.Length);
        _slots = new LedgerSlot[length];
        (_byId, _bySid) = (new SlotIndex(length), new SlotIndex(length));
        for (var place = _oldest; place < _next; place++)
        {
            var slot = SlotOf(place);
            _slots[slot] = slots[place & (slots.Length - 1)];
            ref var facts = ref FactsIn(slot);
            _byId.Add(facts.Id.GetHashCode(), slot);
            if (facts.Sid.HasValue)
                _bySid.Add(facts.Sid.GetHashCode(), slot);
        }
    }
}

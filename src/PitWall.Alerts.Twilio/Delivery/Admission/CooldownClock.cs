namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>When a recipient last had an alert of a kind and type. Used under the admission's lock.</summary>
internal sealed class CooldownClock(TimeProvider clock)
{
    private const int Capacity = 10_000;

    // Timestamps: a time of day that is set back must not hold alerts back.
    private readonly Dictionary<(E164PhoneNumber, AlertKind, string), (long At, long Number)> _last = [];
    private long _begun;

    public int Count => _last.Count;

    public bool IsCooling(AlertRecord record, TimeSpan cooldown) =>
        cooldown > TimeSpan.Zero
        && record.Kind != AlertKind.Critical
        && _last.TryGetValue(KeyOf(record), out var last)
        && clock.GetElapsedTime(last.At) < cooldown;

    /// <summary>Begins a cooldown.</summary>
    /// <returns>Its number, as two may begin at one time; <see langword="null"/> when there is none.</returns>
    public long? Begin(AlertRecord record, TimeSpan cooldown)
    {
        if (cooldown <= TimeSpan.Zero)
            return null;

        if (_last.Count >= Capacity)
            MakeRoom(cooldown);

        _last[KeyOf(record)] = (clock.GetTimestamp(), ++_begun);
        return _begun;
    }

    /// <summary>Takes a cooldown back: its alert was not sent.</summary>
    public void TakeBack(AlertRecord record, long number)
    {
        if (_last.TryGetValue(KeyOf(record), out var last) && last.Number == number)
            _last.Remove(KeyOf(record));
    }

    // Rare, and cheap against the memory it bounds: what has cooled down is forgotten.
    private void MakeRoom(TimeSpan cooldown)
    {
        foreach (var (key, last) in _last)
        {
            if (clock.GetElapsedTime(last.At) >= cooldown)
                _last.Remove(key);
        }

        // Nothing has: half of them go, so that the next alert does not look through all of them again.
        if (_last.Count >= Capacity)
        {
            foreach (var key in _last.Keys.Take(Capacity / 2).ToList())
                _last.Remove(key);
        }
    }

    private static (E164PhoneNumber, AlertKind, string) KeyOf(AlertRecord record) => (record.Recipient, record.Kind, record.Type);
}

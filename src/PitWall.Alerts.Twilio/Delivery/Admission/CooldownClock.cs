namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>When a recipient last had an alert of a kind and type. Used under the admission's lock.</summary>
internal sealed class CooldownClock(TimeProvider clock)
{
    private const int Capacity = 10_000;

    // Timestamps: a time of day that is set back must not hold alerts back.
    private readonly Dictionary<(E164PhoneNumber, AlertKind, string), Cooldown> _last = [];
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

        // News of a topic passes while an earlier alert's cooldown lasts, and may not be sent after all.
        var earlier = _last.TryGetValue(KeyOf(record), out var last) && clock.GetElapsedTime(last.At) < cooldown ? last : null;
        _last[KeyOf(record)] = new Cooldown(clock.GetTimestamp(), ++_begun) { Earlier = earlier };
        return _begun;
    }

    /// <summary>A cooldown stays, because its alert was sent: it outlasts whatever was begun before.</summary>
    public void Keep(AlertRecord record, long number)
    {
        for (var cooldown = _last.GetValueOrDefault(KeyOf(record)); cooldown is not null; cooldown = cooldown.Earlier)
        {
            if (cooldown.Number == number)
                cooldown.Earlier = null;
        }
    }

    /// <summary>Takes a cooldown back, because its alert was not sent: those begun before and after it stay.</summary>
    public void TakeBack(AlertRecord record, long number)
    {
        Cooldown? later = null;
        for (var cooldown = _last.GetValueOrDefault(KeyOf(record)); cooldown is not null; (later, cooldown) = (cooldown, cooldown.Earlier))
        {
            if (cooldown.Number != number)
                continue;

            if (later is not null)
                later.Earlier = cooldown.Earlier;
            else if (cooldown.Earlier is { } earlier)
                _last[KeyOf(record)] = earlier;
            else
                _last.Remove(KeyOf(record));

            return;
        }
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

    /// <summary>A cooldown, and the one it was begun over, which counts again if this one is taken back.</summary>
    private sealed class Cooldown(long at, long number)
    {
        public long At => at;

        public long Number => number;

        public Cooldown? Earlier { get; set; }
    }
}

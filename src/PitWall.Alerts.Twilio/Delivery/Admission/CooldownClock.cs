namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>When a recipient last had an alert of a kind and type. Used under the admission's lock.</summary>
internal sealed class CooldownClock(TimeProvider clock)
{
    private const int Capacity = 10_000;

    private readonly Dictionary<(E164PhoneNumber, AlertKind, string), DateTimeOffset> _last = [];

    public bool IsCooling(E164PhoneNumber recipient, AlertRecord record, TimeSpan cooldown) =>
        cooldown > TimeSpan.Zero
        && record.Kind != AlertKind.Critical
        && _last.TryGetValue((recipient, record.Kind, record.Type), out var last)
        && clock.GetUtcNow() - last < cooldown;

    public void Note(E164PhoneNumber recipient, AlertRecord record, TimeSpan cooldown)
    {
        if (cooldown <= TimeSpan.Zero)
            return;

        // Rare, and cheap against the memory it bounds: what has cooled down is forgotten.
        if (_last.Count >= Capacity)
        {
            var now = clock.GetUtcNow();
            foreach (var (key, last) in _last)
            {
                if (now - last >= cooldown)
                    _last.Remove(key);
            }

            if (_last.Count >= Capacity)
                _last.Remove(_last.Keys.First());
        }

        _last[(recipient, record.Kind, record.Type)] = clock.GetUtcNow();
    }
}

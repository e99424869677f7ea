namespace PitWall.Alerts.Twilio.Testing.Storage;

/// <summary>Keeps the last so many entries, oldest first.</summary>
internal sealed class BoundedLog<T>(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<T> _entries = new();

    public void Add(T entry)
    {
        lock (_gate)
        {
            if (_entries.Count == capacity) _entries.Dequeue();
            _entries.Enqueue(entry);
        }
    }

    public IReadOnlyList<T> All()
    {
        lock (_gate) return [.. _entries];
    }
}

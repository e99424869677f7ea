namespace PitWall.Alerts.Twilio.Api;

/// <summary>The latest opt-outs, in memory.</summary>
internal sealed class InMemoryOptOutList : IOptOutList
{
    private const int Capacity = 10_000;

    private readonly BoundedSet<(E164PhoneNumber, AlertChannel)> _optedOut = new(Capacity);

    public bool Contains(E164PhoneNumber number, AlertChannel channel) => _optedOut.Contains((number, channel));

    public void Add(E164PhoneNumber number, AlertChannel channel) => _optedOut.Add((number, channel));

    public void Remove(E164PhoneNumber number, AlertChannel channel) => _optedOut.Remove((number, channel));
}

namespace PitWall.Alerts.Twilio.Tests.Api.Gate;

/// <summary>A host's list that fails where a test says so.</summary>
internal sealed class BrokenOptOutList : IOptOutList
{
    private readonly HashSet<(E164PhoneNumber, AlertChannel)> _members = [];

    public bool ContainsThrows { get; set; }

    public bool AddThrows { get; set; }

    public bool Contains(E164PhoneNumber number, AlertChannel channel) =>
        ContainsThrows ? throw Broken(number) : _members.Contains((number, channel));

    public void Add(E164PhoneNumber number, AlertChannel channel)
    {
        if (AddThrows)
            throw Broken(number);

        _members.Add((number, channel));
    }

    public void Remove(E164PhoneNumber number, AlertChannel channel) => _members.Remove((number, channel));

    private static TimeoutException Broken(E164PhoneNumber number) => new($"The table of opt-outs is locked: {number}");
}

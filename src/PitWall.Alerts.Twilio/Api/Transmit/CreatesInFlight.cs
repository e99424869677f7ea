namespace PitWall.Alerts.Twilio.Api;

/// <summary>Counts the creates under way that Twilio's list could not tell apart: same kind, recipient and text.</summary>
/// <remarks>While another one like it has no answer yet, a message in the list may be that one's.</remarks>
internal sealed class CreatesInFlight
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Likeness, int> _counts = [];

    public void Enter(CreateRequest request) => Change(request, +1);

    public void Leave(CreateRequest request) => Change(request, -1);

    /// <summary>Whether no other create under way could own a message that looks like this one's.</summary>
    public bool IsOnlyOne(CreateRequest request)
    {
        lock (_gate)
            return _counts.GetValueOrDefault(request.ListedBody is null ? Likeness.OfRecipient(request) : Likeness.OfText(request)) <= 1;
    }

    private void Change(CreateRequest request, int by)
    {
        lock (_gate)
        {
            Add(Likeness.OfRecipient(request), by);
            if (request.ListedBody is not null)
                Add(Likeness.OfText(request), by);
        }
    }

    private void Add(Likeness key, int by)
    {
        var count = _counts.GetValueOrDefault(key) + by;
        if (count == 0)
            _counts.Remove(key);
        else
            _counts[key] = count;
    }

    // A text that the list will not show as it was sent could be any of the recipient's: those count by recipient alone.
    private readonly record struct Likeness(CreateKind Kind, AlertChannel Channel, E164PhoneNumber To, string? Text)
    {
        public static Likeness OfRecipient(CreateRequest request) => new(request.Kind, request.Channel, request.To, null);

        public static Likeness OfText(CreateRequest request) => new(request.Kind, request.Channel, request.To, request.ListedBody);
    }
}

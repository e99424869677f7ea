namespace PitWall.Alerts.Twilio.Api;

/// <summary>Tracks the creates that Twilio's list could not tell apart: the same kind, recipient and text.</summary>
/// <remarks>
/// While another create like it has no answer yet, a message in the list may belong to that one. A create that ended with an
/// unknown outcome stays for a while, because nobody has claimed yet what it may have created. Every create enters and leaves, and
/// only one whose answer was lost looks through the others.
/// </remarks>
internal sealed class CreatesInFlight(TimeProvider clock)
{
    /// <summary>How long a create with an unknown outcome may still appear in the list and be mistaken for another.</summary>
    private static readonly TimeSpan GhostLife = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly UnderWayTable<ListedAs?> _creates = new();
    private readonly Queue<(int Place, long Until)> _ghosts = new();

    /// <summary>Enters a create before its first attempt.</summary>
    /// <returns>Its place, to leave.</returns>
    public int Enter(CreateRequest request)
    {
        var listed = new ListedAs(request.Kind, request.Channel, request.To, request.ListedBody);
        lock (_gate)
        {
            Forget();
            return _creates.Add(listed);
        }
    }

    /// <summary>A create has its end.</summary>
    /// <param name="place">What <see cref="Enter"/> gave.</param>
    /// <param name="mayHaveTakenEffect">Whether it is unknown if it took effect.</param>
    public void Leave(int place, bool mayHaveTakenEffect)
    {
        lock (_gate)
        {
            if (mayHaveTakenEffect)
                _ghosts.Enqueue((place, clock.GetTimestamp() + (long)(GhostLife.TotalSeconds * clock.TimestampFrequency)));
            else
                _creates.Remove(place);
        }
    }

    /// <summary>Whether no other create could own something listed that looks like this one's.</summary>
    /// <param name="place">What <see cref="Enter"/> gave.</param>
    /// <param name="listed">What is in the list.</param>
    public bool IsOnlyOne(int place, ListedCreate listed)
    {
        lock (_gate)
        {
            Forget();
            var mine = _creates[place]!.Value;
            var places = _creates.Places;
            for (var other = 0; other < places.Length; other++)
            {
                if (other != place && places[other] is { } create && create.HasAddressOf(mine) && CreateMatch.HasBody(create.Body, listed.Body))
                    return false;
            }

            return true;
        }
    }

    private void Forget()
    {
        if (_ghosts.Count == 0)
            return;

        var now = clock.GetTimestamp();
        while (_ghosts.TryPeek(out var ghost) && ghost.Until <= now)
        {
            _ghosts.Dequeue();
            _creates.Remove(ghost.Place);
        }
    }

    /// <summary>What the list will show of a create, as far as it tells one from another.</summary>
    private readonly record struct ListedAs(CreateKind Kind, AlertChannel Channel, E164PhoneNumber To, string? Body)
    {
        public bool HasAddressOf(in ListedAs other) => To == other.To && Kind == other.Kind && Channel == other.Channel;
    }
}

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What <see cref="DuplicateWindow"/> remembers of one alert: no objects, so that no garbage collection looks at it.</summary>
internal struct DuplicateSlot
{
    /// <summary>The key's hash.</summary>
    public int Hash;

    public E164PhoneNumber Recipient;

    public AlertChannel Channel;

    public AlertKind Kind;

    /// <summary>Where the key's texts begin: the type, and behind it the message or the caller's own key.</summary>
    public long TextsAt;

    public int TypeLength;

    public int TextLength;

    public Band Band;

    /// <summary>How long it is remembered after its end.</summary>
    public TimeSpan Window;

    /// <summary>Until when it is remembered after its end, as a timestamp.</summary>
    public long Until;

    /// <summary>The alert's place among those under way; 0 once it has ended.</summary>
    public int UnderWay;

    /// <summary>Whether it was sent, or may have been.</summary>
    public bool IsSent;

    /// <summary>How it ended.</summary>
    public SentAlert Sent;

    /// <summary>Whether it ended without being sent, and holds nothing any more.</summary>
    public readonly bool IsReleased => UnderWay == 0 && !IsSent;

    public readonly bool Holds(long now) => UnderWay != 0 || (IsSent && now < Until);
}

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What <see cref="DuplicateWindow"/> remembers of one alert: few bytes and no objects, so that no garbage collection looks at it.</summary>
internal struct DuplicateSlot
{
    public UInt128 Key;

    /// <summary>The alert's place among those under way; 0 once it has ended.</summary>
    public int UnderWay;

    public Band Band;

    /// <summary>How it ended, where it was sent or may have been; <see langword="null"/> while it is under way and where it was not.</summary>
    public AlertOutcome? Outcome;

    /// <summary>Its place in the ledger, once it has ended.</summary>
    public long LedgerPlace;

    /// <summary>How long it is remembered after its end, and from then on until when; in timestamps.</summary>
    public long Until;

    /// <summary>Whether it ended without being sent, and holds nothing any more.</summary>
    public readonly bool IsReleased => UnderWay == 0 && Outcome is null;

    public readonly SentAlert? Sent => Outcome is { } outcome ? new SentAlert(LedgerPlace, outcome) : null;

    public readonly bool Holds(long now) => UnderWay != 0 || (Outcome is not null && now < Until);
}

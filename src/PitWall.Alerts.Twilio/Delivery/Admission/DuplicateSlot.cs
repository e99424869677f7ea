namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What <see cref="DuplicateWindow"/> remembers of one alert: few bytes and no objects, so that no garbage collection looks at it.</summary>
internal struct DuplicateSlot
{
    // In halves: whole, its alignment would add a sixth to the slot.
    private ulong _keyHigh;
    private ulong _keyLow;

    // With one more, so that 0 stands for none.
    private byte _outcome;

    public Band Band;

    /// <summary>The alert's place among those under way; 0 once it has ended.</summary>
    public int UnderWay;

    /// <summary>Its place in the ledger, once it has ended.</summary>
    public long LedgerPlace;

    /// <summary>How long it is remembered after its end, and from then on until when; in timestamps.</summary>
    public long Until;

    public UInt128 Key
    {
        readonly get => new(_keyHigh, _keyLow);
        init => (_keyHigh, _keyLow) = ((ulong)(value >> 64), (ulong)value);
    }

    /// <summary>How it ended, where it was sent or may have been; <see langword="null"/> while it is under way and where it was not.</summary>
    public AlertOutcome? Outcome
    {
        readonly get => _outcome == 0 ? null : (AlertOutcome)(_outcome - 1);
        set => _outcome = value is { } outcome ? (byte)((int)outcome + 1) : (byte)0;
    }

    /// <summary>Whether it ended without being sent, and holds nothing any more.</summary>
    public readonly bool IsReleased => UnderWay == 0 && Outcome is null;

    public readonly SentAlert? Sent => Outcome is { } outcome ? new SentAlert(LedgerPlace, outcome) : null;

    public readonly bool Holds(long now) => UnderWay != 0 || (Outcome is not null && now < Until);
}

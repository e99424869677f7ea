namespace PitWall.Alerts.Twilio;

/// <summary>What a formatter needs to know besides the alert.</summary>
public readonly record struct AlertFormatContext
{
    /// <summary>Creates a context.</summary>
    /// <param name="channel">The channel the text is for.</param>
    /// <param name="raisedAt">When the alert was raised, in any offset; texts show it in UTC.</param>
    public AlertFormatContext(AlertChannel channel, DateTimeOffset raisedAt)
    {
        Channel = channel;
        RaisedAt = raisedAt;
    }

    /// <summary>
    /// The length in characters of the prefix that Twilio adds to every text of a trial account, "Sent from your Twilio trial
    /// account - ".
    /// </summary>
    /// <remarks>Source: Twilio docs, "How to use your free Twilio trial account".</remarks>
    public const int TrialPrefixUnits = 38;

    /// <summary>The maximum of <see cref="ReservedUnits"/>, so that a segment has room left for an alert.</summary>
    public const int MaxReservedUnits = 40;

    /// <summary>The channel the text is for.</summary>
    public AlertChannel Channel { get; init; }

    /// <summary>When the alert was raised, in any offset; texts show it in UTC.</summary>
    public DateTimeOffset RaisedAt { get; init; }

    /// <summary>
    /// Units to leave free for what is put before an SMS later, so that it stays in its segment budget: <see cref="TrialPrefixUnits"/>
    /// for a trial account. Default 0; range 0 to <see cref="MaxReservedUnits"/>. Not used on other channels.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Thrown when the value is out of range.</exception>
    public int ReservedUnits
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxReservedUnits);
            field = value;
        }
    }
}

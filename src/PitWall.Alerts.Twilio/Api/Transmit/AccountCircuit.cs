namespace PitWall.Alerts.Twilio.Api;

/// <summary>Stops the hammering once Twilio has refused the account itself.</summary>
/// <remarks>Time here is the transport's. A change of the options makes another connection, whose circuit is closed.</remarks>
internal sealed class AccountCircuit(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private volatile PitWallTwilioOptions? _condemned;
    private TwilioApiException? _why;
    private long _since;

    /// <summary>Why requests are held back now; <see langword="null"/> when they are not.</summary>
    public TwilioApiException? WhyOpen(PitWallTwilioOptions options)
    {
        lock (_gate)
            return ReferenceEquals(_condemned, options) ? _why : null;
    }

    /// <summary>Whether a request may be made. Once a break one may, to see whether the account works again.</summary>
    /// <param name="options">The options the request is made with.</param>
    /// <param name="isCritical">A critical alert may always try.</param>
    /// <param name="why">Why not.</param>
    public bool MayTry(PitWallTwilioOptions options, bool isCritical, out TwilioApiException? why)
    {
        why = null;
        if (_condemned is null)
            return true;

        lock (_gate)
        {
            why = ReferenceEquals(_condemned, options) ? _why : null;
            if (why is null || isCritical)
                return true;

            if (clock.GetElapsedTime(_since) < options.Transmit.CircuitBreak)
                return false;

            _since = clock.GetTimestamp();
            return true;
        }
    }

    /// <summary>Holds requests back from now on.</summary>
    /// <returns>Whether they were not held back before.</returns>
    public bool Open(PitWallTwilioOptions options, TwilioApiException why)
    {
        lock (_gate)
        {
            var wasClosed = !ReferenceEquals(_condemned, options);
            _condemned = options;
            _why = why;
            _since = clock.GetTimestamp();
            return wasClosed;
        }
    }

    public void Close(PitWallTwilioOptions options)
    {
        // Every create passes here, and there is hardly ever anything to close.
        if (_condemned is null)
            return;

        lock (_gate)
        {
            if (ReferenceEquals(_condemned, options))
                (_condemned, _why) = (null, null);
        }
    }
}

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Finds out what became of a create whose answer was lost, before anybody thinks of sending it again.</summary>
/// <remarks>
/// Creating a message has no idempotency key at Twilio, so a blind repeat can send an order twice and giving up can lose it.
/// </remarks>
internal sealed class Reconciler(
    CreateLister lister, SidClaims claims, CreatesInFlight inFlight, TimeProvider clock)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    /// <summary>
    /// A list that hangs must not hold a critical alert long beyond its window; a shorter search would not be a fair one.
    /// </summary>
    private static readonly TimeSpan LeastLook = TimeSpan.FromSeconds(2);

    /// <param name="connection">Where to look.</param>
    /// <param name="request">What was lost.</param>
    /// <param name="place">Its place among the creates under way.</param>
    /// <param name="since">The timestamp of the transport's clock when it may have been created first.</param>
    /// <param name="settled">Hears a signed callback that names the alert.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async Task<ReconcileResult> FindAsync(
        TwilioConnection connection,
        CreateRequest request,
        int place,
        long since,
        CallbackSettlements.Expectation settled,
        CancellationToken cancellationToken)
    {
        var transmit = connection.Options.Transmit;
        var window = request.Context.IsCritical ? transmit.CriticalReconciliationWindow : transmit.ReconciliationWindow;
        if (window <= TimeSpan.Zero)
            return ReconcileResult.Inconclusive;

        var began = clock.GetTimestamp();
        var pause = FirstPause;
        var listing = default(Listing);
        var isRefused = false;
        while (true)
        {
            var left = window - clock.GetElapsedTime(began);
            if (!isRefused)
                listing = await lister.LookAsync(connection, request, since, Max(left, LeastLook), cancellationToken).ConfigureAwait(false);

            if (Settle(settled) is { } told)
                return told;

            // Checked after the search: a create begun meanwhile may be the one in the list, and one that ended has claimed its own.
            if (listing is { WasRead: true, Candidates: [var only] } && inFlight.IsOnlyOne(place, only) && claims.TryClaim(only.Sid))
                return ReconcileResult.Adopted(only.ToCreated());

            // The list will not be available, but a callback may still bring the SID.
            isRefused = listing is { WasRead: false, MayAskAgain: false };
            if (left <= TimeSpan.Zero || (isRefused && !settled.CanBeTold))
                return listing is { WasRead: true, Candidates: [] } ? ReconcileResult.NotSeen : ReconcileResult.Inconclusive;

            await settled.WaitAsync(isRefused ? left : Min(pause, left), clock, cancellationToken).ConfigureAwait(false);
            pause = Min(pause + pause, LongestPause);
        }
    }

    /// <summary>Claims the SID that a signed callback has reported.</summary>
    /// <returns><see langword="null"/> while none has.</returns>
    public ReconcileResult? Settle(CallbackSettlements.Expectation settled)
    {
        if (settled.Sid is not { } sid)
            return null;

        claims.Claim(sid);
        return ReconcileResult.Adopted(new CreatedResource { Sid = sid });
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}

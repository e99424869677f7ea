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

    /// <param name="connection">Where to look.</param>
    /// <param name="request">What was lost.</param>
    /// <param name="startedAt">The timestamp of the transport's clock when the attempt began.</param>
    /// <param name="settled">Hears a signed callback that names the alert.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async Task<ReconcileResult> FindAsync(
        TwilioConnection connection,
        CreateRequest request,
        long startedAt,
        CallbackSettlements.Expectation settled,
        CancellationToken cancellationToken)
    {
        var transmit = connection.Options.Transmit;
        var window = request.Context.IsCritical ? transmit.CriticalReconciliationWindow : transmit.ReconciliationWindow;
        if (window <= TimeSpan.Zero)
            return ReconcileResult.Inconclusive;

        var began = clock.GetTimestamp();
        var pause = FirstPause;
        while (true)
        {
            if (Settle(settled.Sid) is { } told)
                return told;

            // Asked before looking: what finishes meanwhile has claimed its own by the time we look again.
            var isOnlyOne = inFlight.IsOnlyOne(request);
            var isLast = clock.GetElapsedTime(began) >= window;
            var listing = await lister.LookAsync(connection, request, startedAt, cancellationToken).ConfigureAwait(false);
            if (Settle(settled.Sid) is { } toldMeanwhile)
                return toldMeanwhile;

            if (!listing.WasRead && !listing.MayAskAgain)
                return ReconcileResult.Inconclusive;

            if (listing is { WasRead: true, Candidates: [var only] } && isOnlyOne && claims.TryClaim(only.Sid!))
                return ReconcileResult.Adopted(only);

            if (isLast)
                return listing is { WasRead: true, Candidates: [] } ? ReconcileResult.NotSeen : ReconcileResult.Inconclusive;

            var left = window - clock.GetElapsedTime(began);
            await settled.WaitAsync(pause < left ? pause : Max(left, TimeSpan.FromMilliseconds(1)), clock, cancellationToken).ConfigureAwait(false);
            pause = pause + pause < LongestPause ? pause + pause : LongestPause;
        }
    }

    private ReconcileResult? Settle(string? sid)
    {
        if (sid is null)
            return null;

        claims.TryClaim(sid);
        return ReconcileResult.Adopted(new CreatedResource { Sid = sid });
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}

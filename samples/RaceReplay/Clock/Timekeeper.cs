namespace RaceReplay.Clock;

/// <summary>
/// Moves race time from event to event, and never past a moment that somebody waits for. Before time moves, every send is either done or waits for race time
/// itself (pacing, back-off); a request on the wire stops the race, because its answer takes real time and no race time.
/// </summary>
/// <param name="clock">The clock to move.</param>
/// <param name="wire">The requests on their way.</param>
/// <param name="sends">The sends under way.</param>
/// <param name="speed">Race seconds a real second; <see langword="null"/> for as fast as possible.</param>
/// <param name="waitsAreReal">
/// Whether waits of a send last as long in reality as on race time. So it must be with a real Twilio: a back-off that is skipped hammers it.
/// </param>
/// <param name="real">The clock on the wall.</param>
internal sealed class Timekeeper(RaceClock clock, Wire wire, InFlight sends, TimeProvider real, double? speed = null, bool waitsAreReal = false)
{
    // A send that has not stirred for this many checks, with nothing on the wire, nothing waiting for a thread and a timer set, waits for race time.
    private const int QuietChecks = 4;

    private static readonly TimeSpan Check = TimeSpan.FromMilliseconds(5);

    // An answer that takes longer lets race time run along with real time, so that a time-out on race time can end the wait.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // With no timer set nothing will end the wait for a send that hangs.
    private static readonly TimeSpan GiveUp = TimeSpan.FromMinutes(2);

    // No policy holds an alert back for as long as this after the race.
    private static readonly TimeSpan LongestEpilogue = TimeSpan.FromHours(24);

    private long? _started;
    private long _parked = -1;

    private long Stirs => clock.Changes + wire.Changes + sends.Changes;

    /// <summary>Lets the race run to a moment. When it returns, every send that was begun before is done or waits for a later moment.</summary>
    /// <exception cref="TimeoutException">Thrown when a send hangs.</exception>
    public async Task AdvanceToAsync(TimeSpan moment, CancellationToken cancellationToken = default)
    {
        await SettleAsync(cancellationToken);
        while (clock.Elapsed < moment)
        {
            await MoveToAsync(clock.NextDue is { } due && due < moment ? due : moment, cancellationToken);
            await SettleAsync(cancellationToken);
        }
    }

    /// <summary>Lets the race run on until every send is done.</summary>
    /// <exception cref="TimeoutException">Thrown when a send hangs.</exception>
    public async Task FinishAsync(CancellationToken cancellationToken = default)
    {
        var latest = clock.Elapsed + LongestEpilogue;
        await SettleAsync(cancellationToken);
        while (sends.Count > 0)
        {
            var next = clock.NextDue ?? clock.Elapsed;
            if (next > latest)
                throw Hang();
            await MoveToAsync(next, cancellationToken);
            await SettleAsync(cancellationToken);
        }
    }

    private async Task MoveToAsync(TimeSpan moment, CancellationToken cancellationToken)
    {
        if (speed is { } factor)
        {
            var started = _started ??= real.GetTimestamp();
            var wait = (moment / factor) - real.GetElapsedTime(started);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, real, cancellationToken);
        }

        clock.MoveTo(moment);
    }

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        // Time has moved, but nobody who waits has been woken: all still wait.
        if (Stirs == _parked)
            return;

        var (seen, quiet) = (Stirs, 0);
        var (stirred, looked) = (real.GetTimestamp(), real.GetTimestamp());
        while (!await AreDoneAsync(cancellationToken))
        {
            var sinceLook = real.GetElapsedTime(looked);
            looked = real.GetTimestamp();
            var isWaiting = clock.NextDue is not null;
            if (Stirs is var now && now != seen)
                (seen, quiet, stirred) = (now, 0, looked);
            else if (isWaiting && !waitsAreReal && !wire.IsBusy && ThreadPool.PendingWorkItemCount == 0 && ++quiet >= QuietChecks)
            {
                _parked = now;
                return;
            }

            var still = real.GetElapsedTime(stirred);
            if (waitsAreReal || still > Patience)
                clock.MoveTo(clock.Elapsed + sinceLook);
            if (!isWaiting && still > GiveUp)
                throw Hang();
        }
    }

    private async Task<bool> AreDoneAsync(CancellationToken cancellationToken)
    {
        var idle = sends.Idle;
        await idle.WaitAsync(Check, real, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return idle.IsCompleted;
    }

    private TimeoutException Hang() => new($"{sends.Count} alerts have been under way for too long; they hang.");
}

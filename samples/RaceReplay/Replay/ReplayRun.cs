using PitWall.Alerts.Twilio;
using RaceReplay.Clock;
using RaceReplay.Engine;
using RaceReplay.Output;
using RaceReplay.Sending;

namespace RaceReplay.Replay;

/// <summary>Replays a race: event by event race time moves on, the engine looks, and what it raises is sent.</summary>
internal sealed class ReplayRun(Race race, string car, RaceClock clock, Timekeeper time, AlertDispatcher dispatcher, IReplayView view)
{
    /// <summary>The lap at whose end <see cref="StopTwilio"/> is called; <see langword="null"/> for never.</summary>
    public int? StopTwilioAt { get; init; }

    public Func<Task> StopTwilio { get; init; } = () => Task.CompletedTask;

    /// <summary>Breaks in the middle of the car's race; <see langword="null"/> for none.</summary>
    public Storm? Storm { get; init; }

    /// <summary>Laps of all cars that were replayed.</summary>
    public int Laps { get; private set; }

    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="TimeoutException">Thrown when a send hangs.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var engine = new StrategyEngine(car, race.Timing.Laps.First(lap => lap.Car == car).Class);
        var isStopped = false;
        var stormLap = (race.Timing.Laps.Count(lap => lap.Car == car) + 1) / 2;
        foreach (var moment in RaceEvents.Of(race))
        {
            await StrikeAsync(moment.Elapsed, cancellationToken);
            await time.AdvanceToAsync(moment.Elapsed, cancellationToken);
            if (!isStopped && moment.Lap?.Number >= StopTwilioAt)
            {
                isStopped = true;
                await StopTwilio();
            }

            Send(moment.Lap is { } lap ? engine.OnLap(lap) : engine.OnWeather(moment.Sample!), cancellationToken);
            if (Storm is { HasBroken: false } && moment.Lap is { } ended && ended.Car == car && ended.Number >= stormLap)
                Break(Storm, ended.Number + 1, cancellationToken);

            Laps += moment.Lap is null ? 0 : 1;
            view.Moved(new ReplayProgress(Laps, clock.Elapsed));
        }

        await StrikeAsync(TimeSpan.MaxValue, cancellationToken);
        await time.FinishAsync(cancellationToken);
    }

    private void Break(Storm storm, int lap, CancellationToken cancellationToken)
    {
        view.Noted(storm.Announcement);
        foreach (var alert in storm.Break(car, lap, clock.GetUtcNow(), clock.Elapsed))
            dispatcher.Send(alert, clock.Elapsed, cancellationToken);
    }

    private async Task StrikeAsync(TimeSpan before, CancellationToken cancellationToken)
    {
        if (Storm?.CriticalDue is not { } due || due > before)
            return;

        await time.AdvanceToAsync(due, cancellationToken);
        dispatcher.Send(Storm.Strike(car, clock.GetUtcNow()), clock.Elapsed, cancellationToken);
    }

    private void Send(IReadOnlyList<Alert> alerts, CancellationToken cancellationToken)
    {
        foreach (var alert in alerts)
            dispatcher.Send(alert with { RaisedAt = clock.GetUtcNow() }, clock.Elapsed, cancellationToken);
    }
}

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

    /// <summary>Laps of all cars that were replayed.</summary>
    public int Laps { get; private set; }

    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="TimeoutException">Thrown when a send hangs.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var engine = new StrategyEngine(car, race.Timing.Laps.First(lap => lap.Car == car).Class);
        var isStopped = false;
        foreach (var moment in RaceEvents.Of(race))
        {
            await time.AdvanceToAsync(moment.Elapsed, cancellationToken);
            if (!isStopped && moment.Lap?.Number >= StopTwilioAt)
            {
                isStopped = true;
                await StopTwilio();
            }

            Send(moment.Lap is { } lap ? engine.OnLap(lap) : engine.OnWeather(moment.Sample!), cancellationToken);
            Laps += moment.Lap is null ? 0 : 1;
            view.Moved(new ReplayProgress(Laps, clock.Elapsed));
        }

        await time.FinishAsync(cancellationToken);
    }

    private void Send(IReadOnlyList<Alert> alerts, CancellationToken cancellationToken)
    {
        foreach (var alert in alerts)
            dispatcher.Send(alert with { RaisedAt = clock.GetUtcNow() }, clock.Elapsed, cancellationToken);
    }
}

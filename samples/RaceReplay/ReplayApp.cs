using Microsoft.Extensions.Configuration;
using RaceReplay.Cli;
using RaceReplay.Clock;
using RaceReplay.Export;
using RaceReplay.Output;
using RaceReplay.Replay;
using RaceReplay.Routes;
using RaceReplay.Sending;
using Spectre.Console;

namespace RaceReplay;

/// <summary>The program, apart from the process it runs in.</summary>
/// <param name="output">Where results go.</param>
/// <param name="errors">Where notes and errors go.</param>
/// <param name="environment">The host's configuration. Only <c>--live</c> looks at it.</param>
/// <param name="terminal">The terminal, when results go to one.</param>
internal sealed class ReplayApp(TextWriter output, TextWriter errors, IConfiguration environment, IAnsiConsole? terminal = null)
{
    public const int AllWell = 0;
    public const int NotAllSent = 1;
    public const int WrongInput = 2;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <summary>Runs the program.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken = default)
    {
        try
        {
            var options = CommandLine.Parse(arguments);
            if (options.IsHelp)
            {
                output.Write(CommandLine.Help());
                return AllWell;
            }

            var race = new RaceFiles(errors.WriteLine, TimeProvider.System.GetUtcNow()).Open(options.Timing, options.Weather, options.UtcOffset);
            return await ReplayAsync(race, CarOf(race, options), options, cancellationToken);
        }
        catch (UsageException exception)
        {
            errors.WriteLine($"error: {exception.Message}");
            errors.WriteLine(CommandLine.Hint());
            return WrongInput;
        }
        catch (Exception exception) when (exception is DamagedFileException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"error: {exception.Message}");
            return WrongInput;
        }
    }

    private async Task<int> ReplayAsync(Race race, string car, ReplayOptions options, CancellationToken cancellationToken)
    {
        var (clock, wire, sends, figures) = (new RaceClock(race.Start), new Wire(), new InFlight(), new ReplayFigures());
        var budget = options.Budget ?? (options.IsLive ? ReplayOptions.DefaultLiveBudget : null);
        await using ITwilioRoute route = options.IsLive
            ? LiveRoute.Open(environment, options.To!, budget!.Value, clock, wire)
            : await SandboxRoute.StartAsync(clock, wire, budget, options.Storm is not null, cancellationToken);
        IReplayView view = options.IsJson ? new JsonView(output) : terminal is null ? new LinesView(output) : new LiveView(terminal, figures);
        var crew = options.To is { } phone ? Crew.Of(phone) : Crew.Virtual;
        var storm = options.Storm is { } size ? new Storm(size, figures, route.Created) : null;
        var run = new ReplayRun(
            race,
            car,
            clock,
            new Timekeeper(clock, wire, sends, TimeProvider.System, options.Speed, waitsAreReal: options.IsLive),
            new AlertDispatcher(route.Alerts, crew, sends, figures, Decided),
            view)
        {
            Storm = storm,
            StopTwilioAt = options.StopSandboxAt,
            StopTwilio = route.StopTwilioAsync,
        };

        var isWhole = true;
        if (options.CanSeePhones)
            errors.WriteLine($"phones: {route.PhonesPage}");

        var title = new ReplayTitle(race.Name, race.Timing.Laps.Count, race.Cars.Count(), car, route.Description);
        await view.RunAsync(title, async () => isWhole = await FinishesAsync(run, sends, cancellationToken));
        view.End(Summary(race, car, run, route, figures) with { IsStopped = !isWhole, Storm = storm?.Summary() }, route.Phones());
        if (options.KeepsPhones && isWhole)
            await ShowPhonesAsync(route, cancellationToken);

        return !isWhole || figures.Failed + figures.Unknown > 0 ? NotAllSent : race.BadLines > 0 ? WrongInput : AllWell;

        void Decided(SentAlert sent)
        {
            view.Decided(sent);
            if (storm?.Decided(sent) is { } sentence)
                view.Noted(sentence);
        }
    }

    private async Task ShowPhonesAsync(ITwilioRoute route, CancellationToken cancellationToken)
    {
        errors.WriteLine($"The phones are still at {route.PhonesPage}. Ctrl+C ends this.");
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<bool> FinishesAsync(ReplayRun run, InFlight sends, CancellationToken cancellationToken)
    {
        try
        {
            await run.RunAsync(cancellationToken);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The alerts under way were cancelled too; their ends belong to the figures.
            await Task.WhenAny(sends.Idle, Task.Delay(Farewell, CancellationToken.None));
            return false;
        }
        catch (TimeoutException exception)
        {
            errors.WriteLine($"error: {exception.Message}");
            return false;
        }
    }

    private static ReplaySummary Summary(Race race, string car, ReplayRun run, ITwilioRoute route, ReplayFigures figures) => new()
    {
        Race = race.Name,
        Car = car,
        Mode = route.Mode,
        Laps = run.Laps,
        BadLines = race.BadLines,
        Raised = figures.Raised,
        RaisedByType = figures.RaisedByType,
        Accepted = figures.Accepted,
        Delivered = route.CountDelivered(figures.AcceptedSids),
        Suppressed = figures.SuppressedByReason,
        Unknown = figures.Unknown,
        Failed = figures.Failed,
        Causes = figures.Causes,
        Segments = figures.Segments,
        EstimatedCost = figures.Segments * Price.PerSegment,
        DecisionToAcceptedMs = new Percentiles(figures.Percentile(50), figures.Percentile(99)),
    };

    private static string CarOf(Race race, ReplayOptions options)
    {
        var car = options.Car ?? race.Timing.Leader();
        var cars = race.Cars.ToList();
        if (!cars.Contains(car))
            throw new UsageException($"there is no car {car} in {race.Name}. Its cars: {string.Join(", ", cars.Order(StringComparer.Ordinal))}.");

        var laps = race.Timing.Laps.Max(lap => lap.Number);
        if (options.StopSandboxAt > laps)
            throw new UsageException($"--stop-sandbox-at {options.StopSandboxAt}: the race has {laps} laps.");
        return car;
    }
}

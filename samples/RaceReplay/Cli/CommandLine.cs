using System.Text;

namespace RaceReplay.Cli;

/// <summary>Understands the command line: <c>--name value</c>, <c>--name=value</c> and switches, each at most once.</summary>
internal static class CommandLine
{
    private const string Program = "dotnet run --project samples/RaceReplay --";

    private static readonly CommandLineOption[] Options =
    [
        new("--timing", "FILE", "timing export to replay (default: the race that comes with the program)", (options, value) => options with { Timing = value }),
        new("--weather", "FILE", "weather export of the same race", (options, value) => options with { Weather = value }),
        new("--utc-offset", "OFFSET", "the track's offset from UTC, such as -05:00 (default: found from the weather)", (options, value) => options with { UtcOffset = CommandLineValues.Offset(value) }),
        new("--car", "NUMBER", "the car to look after (default: the winner)", (options, value) => options with { Car = value }),
        new("--to", "NUMBER", "the phone that gets the alerts, such as +34600111222 (default: virtual phones)", (options, value) => options with { To = CommandLineValues.Phone(value) }),
        new("--live", null, "send for real; needs --to and your Twilio account in the environment", (options, _) => options with { IsLive = true }),
        new("--budget", "SEGMENTS", $"the most segments to spend (default: {ReplayOptions.DefaultLiveBudget} with --live, else no limit)", (options, value) => options with { Budget = CommandLineValues.Whole("--budget", value) }),
        new("--speed", "FACTOR", "race seconds a second, such as 60 (default: as fast as possible)", (options, value) => options with { Speed = CommandLineValues.Factor(value) }),
        new("--stop-sandbox-at", "LAP", "let Twilio go away when the first car finishes this lap", (options, value) => options with { StopSandboxAt = CommandLineValues.Whole("--stop-sandbox-at", value) }),
        new("--storm", "COUNT", $"raise so many coaching alerts in one lap and a critical one behind them (1 to {ReplayOptions.LargestStorm})", (options, value) => options with { Storm = CommandLineValues.Whole("--storm", value) }),
        new("--phones", null, "show the phones in a browser, also after the race, until Ctrl+C", (options, _) => options with { KeepsPhones = true }),
        new("--output", "json", "print one JSON object and nothing else (default: text)", (options, value) => options with { IsJson = CommandLineValues.IsJson(value) }),
        new("--help", null, "show this", (options, _) => options with { IsHelp = true }),
    ];

    /// <exception cref="UsageException">Thrown with a sentence for the user when the arguments are wrong.</exception>
    public static ReplayOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new ReplayOptions();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i++)
        {
            var equals = arguments[i].StartsWith("--", StringComparison.Ordinal) ? arguments[i].IndexOf('=', StringComparison.Ordinal) : -1;
            var name = equals < 0 ? arguments[i] : arguments[i][..equals];
            var option = Find(name);
            if (!seen.Add(option.Name))
                throw new UsageException($"{option.Name} is given twice.");
            if (option.Value is null && equals >= 0)
                throw new UsageException($"{option.Name} takes no value.");

            var value = equals >= 0 ? arguments[i][(equals + 1)..]
                : option.Value is null ? string.Empty
                : ++i < arguments.Count && !arguments[i].StartsWith("--", StringComparison.Ordinal) ? arguments[i]
                : throw new UsageException($"{option.Name} needs a value: {option.Name} {option.Value}.");
            if (option.Value is not null && string.IsNullOrWhiteSpace(value))
                throw new UsageException($"{option.Name} needs a value: {option.Name} {option.Value}.");
            options = option.Apply(options, value);
        }

        if (!options.IsHelp)
            Check(options);
        return options;
    }

    public static string Help()
    {
        var text = new StringBuilder()
            .AppendLine("Replays a race and sends what a strategist would say to (virtual) phones.")
            .AppendLine()
            .AppendLine($"Usage: {Program} [options]")
            .AppendLine();
        foreach (var option in Options)
            text.AppendLine($"  {option.Name + (option.Value is null ? string.Empty : " " + option.Value),-24} {option.Purpose}");
        return text
            .AppendLine()
            .AppendLine("Without --live nothing leaves this machine, whatever the environment holds.")
            .AppendLine("Exit codes: 0 all well; 1 alerts failed or are unknown; 2 wrong usage or a damaged file.")
            .ToString();
    }

    public static string Hint() => $"Try: {Program} --help";

    private static CommandLineOption Find(string name)
    {
        if (name is "-h" or "-?")
            name = "--help";
        if (Array.Find(Options, option => option.Name == name) is { } found)
            return found;

        var near = Options.MinBy(option => CommandLineValues.Distance(option.Name, name))!;
        var guess = name.StartsWith('-') && CommandLineValues.Distance(near.Name, name) <= 3 ? $" Did you mean {near.Name}?" : string.Empty;
        throw new UsageException(name.StartsWith('-') ? $"There is no option {name}.{guess}" : $"\"{name}\" is not an option; options begin with --.");
    }

    private static void Check(ReplayOptions options)
    {
        if (options is { IsLive: true, To: null })
            throw new UsageException("--live sends to a real phone: say which with --to NUMBER.");
        if (options is { IsLive: true, StopSandboxAt: not null })
            throw new UsageException("--stop-sandbox-at stops the sandbox, and --live has none: give one of them.");
        if (options is { IsLive: true, Storm: not null })
            throw new UsageException("--storm is for virtual phones: give it or --live, not both.");
        if (options is { IsLive: true, KeepsPhones: true })
            throw new UsageException("--phones shows virtual phones, and --live has none: give one of them.");
        if (options.Storm > ReplayOptions.LargestStorm)
            throw new UsageException($"--storm takes {ReplayOptions.LargestStorm} alerts at most.");
        if (options is { Weather: not null, Timing: null })
            throw new UsageException("--weather belongs to a race: give its --timing FILE too.");
        if (options is { UtcOffset: not null, Timing: null })
            throw new UsageException("--utc-offset belongs to a race: give its --timing FILE too.");
    }
}

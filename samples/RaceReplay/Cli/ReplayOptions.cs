namespace RaceReplay.Cli;

/// <summary>What the command line asks for.</summary>
internal sealed record ReplayOptions
{
    public const int DefaultLiveBudget = 20;

    /// <summary>Twice what a queue holds, so that a full one can be seen too.</summary>
    public const int LargestStorm = 20_000;

    /// <summary>The timing export; <see langword="null"/> for the race that comes with the program.</summary>
    public string? Timing { get; init; }

    public string? Weather { get; init; }

    public TimeSpan? UtcOffset { get; init; }

    /// <summary>The car to look after; <see langword="null"/> for the one that wins.</summary>
    public string? Car { get; init; }

    /// <summary>Who gets the alerts, in E.164; <see langword="null"/> for the crew of virtual phones.</summary>
    public string? To { get; init; }

    /// <summary>Whether alerts leave the machine.</summary>
    public bool IsLive { get; init; }

    /// <summary>The most segments to spend; <see langword="null"/> for no limit in the sandbox and <see cref="DefaultLiveBudget"/> for real.</summary>
    public int? Budget { get; init; }

    /// <summary>Race seconds a real second; <see langword="null"/> for as fast as possible.</summary>
    public double? Speed { get; init; }

    /// <summary>The lap at which Twilio goes away.</summary>
    public int? StopSandboxAt { get; init; }

    /// <summary>How many coaching alerts are raised at once in one lap; <see langword="null"/> for none but the engine's.</summary>
    public int? Storm { get; init; }

    /// <summary>Whether the virtual phones can be looked at after the race.</summary>
    public bool KeepsPhones { get; init; }

    /// <summary>Whether there are virtual phones, and time to look at them.</summary>
    public bool CanSeePhones => !IsLive && (KeepsPhones || Speed is not null);

    public bool IsJson { get; init; }

    public bool IsHelp { get; init; }
}

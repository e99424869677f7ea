namespace RaceReplay.Cli;

/// <summary>An option: its name, what its value is called (none for a switch), what it is for, and what it does.</summary>
internal sealed record CommandLineOption(string Name, string? Value, string Purpose, Func<ReplayOptions, string, ReplayOptions> Apply);

namespace RaceReplay.Cli;

/// <summary>Thrown when the command line cannot be understood or asks for what cannot be.</summary>
internal sealed class UsageException(string message) : Exception(message);

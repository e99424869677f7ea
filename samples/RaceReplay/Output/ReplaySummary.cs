namespace RaceReplay.Output;

/// <summary>What a replay came to. Its JSON form is the program's contract with scripts: names are never changed.</summary>
internal sealed record ReplaySummary
{
    public required string Race { get; init; }

    public required string Car { get; init; }

    /// <summary>Where alerts went: <c>sandbox</c> or <c>live</c>.</summary>
    public required string Mode { get; init; }

    public required int Laps { get; init; }

    /// <summary>Lines of the files with something that could not be read.</summary>
    public required int BadLines { get; init; }

    public required int Raised { get; init; }

    public required IReadOnlyDictionary<string, int> RaisedByType { get; init; }

    public required int Accepted { get; init; }

    /// <summary>Accepted ones that are on their virtual phone; <see langword="null"/> when phones are real.</summary>
    public required int? Delivered { get; init; }

    public required IReadOnlyDictionary<string, int> Suppressed { get; init; }

    public required int Unknown { get; init; }

    public required int Failed { get; init; }

    /// <summary>Why alerts failed or are unknown, and how many for each cause.</summary>
    public required IReadOnlyDictionary<string, int> Causes { get; init; }

    public required int Segments { get; init; }

    /// <summary>Segments times the list price; carriers' fees come on top.</summary>
    public required decimal EstimatedCost { get; init; }

    public string Currency { get; init; } = Price.Currency;

    /// <summary>From the decision to Twilio's answer, in real milliseconds.</summary>
    public required Percentiles DecisionToAcceptedMs { get; init; }

    /// <summary>What <c>--storm</c> showed; <see langword="null"/> without it, or when the replay ended before.</summary>
    public StormSummary? Storm { get; init; }

    /// <summary>Whether the replay ended before the race.</summary>
    public bool IsStopped { get; init; }
}

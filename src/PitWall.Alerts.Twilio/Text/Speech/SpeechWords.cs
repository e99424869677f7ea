namespace PitWall.Alerts.Twilio.Text;

/// <summary>Words that are written one way and said another.</summary>
internal static class SpeechWords
{
    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["FCY"] = "full course yellow",
        ["SC"] = "safety car",
        ["VSC"] = "virtual safety car",
        ["DNF"] = "did not finish",
        ["DNS"] = "did not start",
        ["DSQ"] = "disqualified",
        ["DT"] = "drive through",
        ["FL"] = "front left",
        ["FR"] = "front right",
        ["RL"] = "rear left",
        ["RR"] = "rear right",
        ["LF"] = "left front",
        ["RF"] = "right front",
        ["LR"] = "left rear",
        ["TC"] = "traction control",
        ["BB"] = "brake bias",
        ["P2P"] = "push to pass",
        ["KERS"] = "kers",
        ["OK"] = "OK",
        ["vs"] = "versus",
        ["approx"] = "about",
        ["min"] = "minimum",
        ["max"] = "maximum",
        ["temp"] = "temperature",
        ["temps"] = "temperatures",
        ["avg"] = "average",
        ["deg"] = "degradation",
    };

    /// <summary>Short words that are no abbreviations when they stand in capitals.</summary>
    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "A", "I", "AND", "ALL", "ARE", "AT", "BOX", "BY", "CAR", "CUT", "DO", "DRY", "END", "FOR", "GAP", "GO", "GET", "HOT", "IN", "IS", "IT",
        "LAP", "LOW", "MAP", "NEW", "NO", "NOT", "NOW", "OF", "OFF", "OIL", "ON", "OR", "OUT", "PIT", "RED", "RUN", "SET", "SO", "THE", "TO",
        "TWO", "UP", "WE", "WET", "YES", "YOU",
    };

    /// <summary>Nouns a measure stands before as an adjective: a 100 meter board, a 5 second penalty.</summary>
    private static readonly HashSet<string> Measured = new(StringComparer.Ordinal)
    {
        "board", "boards", "marker", "markers", "sign", "mark", "penalty", "stop", "stint", "gap", "lead", "advantage", "deficit", "window",
        "delay", "warning", "race", "limit", "straight", "delta", "stop-and-go",
    };

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> AbbreviationLookup =
        Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PlainLookup = Plain.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> MeasuredLookup = Measured.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryExpand(ReadOnlySpan<char> word, out string? spoken) => AbbreviationLookup.TryGetValue(word, out spoken);

    public static bool IsPlain(ReadOnlySpan<char> capitals) => PlainLookup.Contains(capitals);

    public static bool TakesMeasure(ReadOnlySpan<char> word) => MeasuredLookup.Contains(word);

    /// <summary>What a capital before a number stands for; <see langword="null"/> where the letter itself is said.</summary>
    public static string? OfLetter(char letter, ReadOnlySpan<char> digits) => letter switch
    {
        'T' => "turn",
        'L' => "lap",
        'S' when digits is "1" or "2" or "3" => "sector",
        _ => null,
    };
}

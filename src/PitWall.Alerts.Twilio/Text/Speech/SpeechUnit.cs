namespace PitWall.Alerts.Twilio.Text;

/// <summary>A unit as it is said of one and of several.</summary>
internal readonly record struct SpeechUnit(string One, string Many)
{
    /// <summary>Units by the letters they are written with, upper and lower case as people write them after a number.</summary>
    private static readonly Dictionary<string, SpeechUnit> ByLetters = new(StringComparer.Ordinal)
    {
        ["%"] = Same("percent"),
        ["°"] = Of("degree"),
        ["deg"] = Of("degree"),
        ["°C"] = new("degree Celsius", "degrees Celsius"),
        ["℃"] = new("degree Celsius", "degrees Celsius"),
        ["°F"] = new("degree Fahrenheit", "degrees Fahrenheit"),
        ["℉"] = new("degree Fahrenheit", "degrees Fahrenheit"),
        ["ms"] = Of("millisecond"),
        ["s"] = Of("second"),
        ["sec"] = Of("second"),
        ["secs"] = Of("second"),
        ["min"] = Of("minute"),
        ["mins"] = Of("minute"),
        ["h"] = Of("hour"),
        ["hr"] = Of("hour"),
        ["hrs"] = Of("hour"),
        ["mm"] = Of("millimeter"),
        ["cm"] = Of("centimeter"),
        ["m"] = Of("meter"),
        ["km"] = Of("kilometer"),
        ["mi"] = Of("mile"),
        ["ft"] = new("foot", "feet"),
        ["ml"] = Of("milliliter"),
        ["l"] = Of("liter"),
        ["L"] = Of("liter"),
        ["gal"] = Of("gallon"),
        ["kg"] = Of("kilogram"),
        ["lb"] = Of("pound"),
        ["lbs"] = Of("pound"),
        ["km/h"] = new("kilometer per hour", "kilometers per hour"),
        ["kmh"] = new("kilometer per hour", "kilometers per hour"),
        ["kph"] = new("kilometer per hour", "kilometers per hour"),
        ["mph"] = new("mile per hour", "miles per hour"),
        ["bar"] = Same("bar"),
        ["psi"] = Same("P S I"),
        ["kPa"] = Of("kilopascal"),
        ["rpm"] = Same("R P M"),
        ["Nm"] = Of("newton meter"),
        ["kW"] = Of("kilowatt"),
        ["hp"] = Same("horsepower"),
        ["V"] = Of("volt"),
        ["pt"] = Of("point"),
        ["pts"] = Of("point"),
        ["x"] = new("time", "times"),
    };

    private static readonly Dictionary<string, SpeechUnit>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByLetters.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryGet(ReadOnlySpan<char> letters, out SpeechUnit unit) => Lookup.TryGetValue(letters, out unit);

    private static SpeechUnit Of(string one) => new(one, one + "s");

    private static SpeechUnit Same(string one) => new(one, one);
}

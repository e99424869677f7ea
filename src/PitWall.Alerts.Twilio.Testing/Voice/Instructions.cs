namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>Where the instructions of a call come from.</summary>
internal sealed record Instructions
{
    /// <summary>The TwiML itself; null when it is fetched.</summary>
    public string? Text { get; init; }

    /// <summary>Where to fetch it.</summary>
    public string? Url { get; init; }

    public string Method { get; init; } = "POST";

    public string? FallbackUrl { get; init; }

    public string FallbackMethod { get; init; } = "POST";

    /// <summary>What the request carries besides the call's own fields, such as the digits.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>The gathering whose outcome the request reports.</summary>
    public Gathering? Reports { get; init; }
}

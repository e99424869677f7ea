namespace RaceReplay.Weather;

/// <summary>The weather at a moment. What the export does not say is <see langword="null"/>.</summary>
internal sealed record WeatherSample(DateTimeOffset Time)
{
    /// <summary>In degrees Celsius.</summary>
    public double? AirTemperature { get; init; }

    /// <summary>In degrees Celsius.</summary>
    public double? TrackTemperature { get; init; }

    /// <summary>As the export has it, usually km/h.</summary>
    public double? WindSpeed { get; init; }

    public bool? IsRaining { get; init; }
}

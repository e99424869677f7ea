using System.Diagnostics.CodeAnalysis;
using PitWall.Alerts.Twilio.Alerts;

namespace PitWall.Alerts.Twilio;

/// <summary>What a strategy alert is about: one of the named members, or any name of your own.</summary>
/// <remarks>
/// A value is its wire name (<c>lower_snake_case</c>). The label of a custom name is built from its words: <c>late_brake</c> reads
/// "Late Brake". The <see langword="default"/> value has no name and is refused when sent.
/// </remarks>
public readonly record struct StrategyAlertType : IParsable<StrategyAlertType>
{
    private readonly string? _name;

    /// <summary>Creates a type from its wire name.</summary>
    /// <param name="name">1 to 64 letters, digits, <c>_</c>, <c>-</c> or spaces; case and separators do not matter.</param>
    /// <exception cref="ArgumentException">Thrown when <paramref name="name"/> is not a valid name.</exception>
    public StrategyAlertType(string name) => _name = AlertTypeName.Normalize(name);

    /// <summary>The tires and how long they last (<c>tire_wear</c>).</summary>
    public static StrategyAlertType TireWear { get; } = new("tire_wear");

    /// <summary>When to stop and what to do there (<c>pit_stop</c>).</summary>
    public static StrategyAlertType PitStop { get; } = new("pit_stop");

    /// <summary>A car to pass or to defend from (<c>overtaking</c>).</summary>
    public static StrategyAlertType Overtaking { get; } = new("overtaking");

    /// <summary>The gaps around the car (<c>gap_analysis</c>).</summary>
    public static StrategyAlertType GapAnalysis { get; } = new("gap_analysis");

    /// <summary>Fuel on board and per lap (<c>fuel</c>).</summary>
    public static StrategyAlertType Fuel { get; } = new("fuel");

    /// <summary>Rain, wind and temperature (<c>weather</c>).</summary>
    public static StrategyAlertType Weather { get; } = new("weather");

    /// <summary>The wire name, for instance <c>tire_wear</c>; empty for the <see langword="default"/> value.</summary>
    public string Name => _name ?? string.Empty;

    /// <summary>Whether the value has a name. The <see langword="default"/> value has none.</summary>
    public bool HasValue => _name is not null;

    /// <inheritdoc cref="StrategyAlertType(string)"/>
    /// <param name="s">The name.</param>
    /// <returns>The type of that name.</returns>
    public static StrategyAlertType Parse(string s) => new(s);

    // Explicit: where a culture can be given, analyzers ask for it (CA1305).
    static StrategyAlertType IParsable<StrategyAlertType>.Parse(string s, IFormatProvider? provider) => new(s);

    /// <summary>Tries to create a type from a name.</summary>
    /// <param name="s">The name.</param>
    /// <param name="provider">Not used: names do not depend on culture.</param>
    /// <param name="result">The type, or the <see langword="default"/> value.</param>
    /// <returns><see langword="false"/> when <paramref name="s"/> is not a valid name.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StrategyAlertType result)
    {
        var valid = AlertTypeName.IsValid(s);
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

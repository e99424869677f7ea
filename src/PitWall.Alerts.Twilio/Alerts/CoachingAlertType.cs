using System.Diagnostics.CodeAnalysis;
using PitWall.Alerts.Twilio.Alerts;

namespace PitWall.Alerts.Twilio;

/// <summary>What a coaching alert is about: one of the named members, or any name of your own.</summary>
/// <remarks>
/// A value is its wire name (<c>lower_snake_case</c>). The label of a custom name is built from its words: <c>late_brake</c> reads
/// "Late Brake". The <see langword="default"/> value has no name and is refused when sent.
/// </remarks>
public readonly record struct CoachingAlertType : IParsable<CoachingAlertType>
{
    private readonly string? _name;

    /// <summary>Creates a type from its wire name.</summary>
    /// <param name="name">1 to 64 letters, digits, <c>_</c>, <c>-</c> or spaces; case and separators do not matter.</param>
    /// <exception cref="ArgumentException">Thrown when <paramref name="name"/> is not a valid name.</exception>
    public CoachingAlertType(string name) => _name = AlertTypeName.Normalize(name);

    /// <summary>Where and how to brake (<c>braking_technique</c>).</summary>
    public static CoachingAlertType BrakingTechnique { get; } = new("braking_technique");

    /// <summary>Where and how to open the throttle (<c>throttle_control</c>).</summary>
    public static CoachingAlertType ThrottleControl { get; } = new("throttle_control");

    /// <summary>The line through a corner (<c>cornering</c>).</summary>
    public static CoachingAlertType Cornering { get; } = new("cornering");

    /// <summary>The spread of lap times (<c>consistency</c>).</summary>
    public static CoachingAlertType Consistency { get; } = new("consistency");

    /// <summary>Looking after the tires (<c>tires</c>).</summary>
    public static CoachingAlertType Tires { get; } = new("tires");

    /// <summary>The wire name, for instance <c>late_brake</c>; empty for the <see langword="default"/> value.</summary>
    public string Name => _name ?? string.Empty;

    /// <summary>Whether the value has a name. The <see langword="default"/> value has none.</summary>
    public bool HasValue => _name is not null;

    /// <inheritdoc cref="CoachingAlertType(string)"/>
    /// <param name="s">The name.</param>
    /// <returns>The type of that name.</returns>
    public static CoachingAlertType Parse(string s) => new(s);

    // Explicit: where a culture can be given, analyzers ask for it (CA1305).
    static CoachingAlertType IParsable<CoachingAlertType>.Parse(string s, IFormatProvider? provider) => new(s);

    /// <summary>Tries to create a type from a name.</summary>
    /// <param name="s">The name.</param>
    /// <param name="provider">Not used: names do not depend on culture.</param>
    /// <param name="result">The type, or the <see langword="default"/> value.</param>
    /// <returns><see langword="false"/> when <paramref name="s"/> is not a valid name.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CoachingAlertType result)
    {
        var valid = AlertTypeName.IsValid(s);
        result = valid ? new(s!) : default;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

using System.Collections;
using System.Globalization;
using System.Reflection;

namespace PitWall.Alerts.Twilio.Tests.Registration;

/// <summary>One option.</summary>
/// <param name="Key">Its key below the section.</param>
/// <param name="Path">The properties that lead to it.</param>
internal sealed record OptionLeaf(string Key, IReadOnlyList<PropertyInfo> Path)
{
    public PropertyInfo Property => Path[^1];

    public bool IsDictionary => typeof(IDictionary<string, string>).IsAssignableFrom(Property.PropertyType);

    public bool IsList => Property.PropertyType != typeof(string) && !IsDictionary && typeof(IEnumerable).IsAssignableFrom(Property.PropertyType);

    /// <summary>The type of its value, or of the members of its list.</summary>
    public Type ValueType => IsList
        ? Property.PropertyType.GetGenericArguments()[0]
        : Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    /// <summary>A value as a configuration writes it; none of the defaults.</summary>
    public string Sample => ValueType switch
    {
        { IsEnum: true } type => Enum.GetNames(type)[^1],
        var type when type == typeof(TimeSpan) => "01:02:03.4560000",
        var type when type == typeof(Uri) => "https://sample.example/x",
        var type when type == typeof(bool) => "True",
        var type when type == typeof(double) || type == typeof(decimal) => "1.25",
        var type when type == typeof(int) || type == typeof(long) => "77",
        _ => "a sample",
    };

    /// <summary>A value as docs/configuration.md writes it.</summary>
    public static string Write(object? value) => value switch
    {
        null => "–",
        string { Length: 0 } => "empty",
        string text => $"`{text}`",
        TimeSpan time => $"`{time.ToString("c", CultureInfo.InvariantCulture)}`",
        IEnumerable list => list.Cast<object>().Any() ? "`?`" : "empty",
        IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => $"`{value}`",
    };
}

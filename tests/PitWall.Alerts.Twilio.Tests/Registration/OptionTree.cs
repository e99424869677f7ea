using System.Reflection;

namespace PitWall.Alerts.Twilio.Tests.Registration;

/// <summary>Every option that a host can set, found by walking the options' types.</summary>
internal static class OptionTree
{
    public static IReadOnlyList<OptionLeaf> Leaves { get; } = [.. Walk(typeof(PitWallTwilioOptions), "", [])];

    /// <summary>Groups of options, lists and dictionaries: what a configuration could empty.</summary>
    public static IEnumerable<string> NullableKeys =>
        Leaves.SelectMany(l => Prefixes(l.Key)).Concat(Leaves.Select(l => l.Key)).Distinct();

    /// <summary>The value at a leaf of some options; <see langword="null"/> where a group on the way is not there.</summary>
    public static object? Get(PitWallTwilioOptions options, OptionLeaf leaf) =>
        leaf.Path.Aggregate((object?)options, (o, p) => o is null ? null : p.GetValue(o));

    private static IEnumerable<OptionLeaf> Walk(Type type, string prefix, PropertyInfo[] path)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            PropertyInfo[] here = [.. path, property];
            var isGroup = property.PropertyType.Assembly == typeof(PitWallTwilioOptions).Assembly && property.PropertyType.IsClass;
            if (!isGroup)
            {
                yield return new OptionLeaf(prefix + property.Name, here);
                continue;
            }

            foreach (var leaf in Walk(property.PropertyType, $"{prefix}{property.Name}:", here))
                yield return leaf;
        }
    }

    private static IEnumerable<string> Prefixes(string key)
    {
        for (var i = key.IndexOf(':', StringComparison.Ordinal); i >= 0; i = key.IndexOf(':', i + 1))
            yield return key[..i];
    }
}

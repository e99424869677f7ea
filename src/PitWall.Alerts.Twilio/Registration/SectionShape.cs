using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>
/// Finds configuration that the binder would silently ignore although that is dangerous: an allow list that stays empty allows everyone.
/// </summary>
internal static class SectionShape
{
    private const string Accounts = "Accounts";

    private const string Budget = "Gate:SegmentBudget";

    /// <summary>Sentences that name each key and say what to do.</summary>
    public static IEnumerable<string> FindProblems(IConfiguration section, string path)
    {
        foreach (var key in SectionKeys.Collections)
        {
            var collection = section.GetSection(key);
            if (!string.IsNullOrEmpty(collection.Value) && !collection.GetChildren().Any())
                yield return $"{path}:{key} holds several values: write {path}:{key}:0, {path}:{key}:1 and so on, or name each by its key.";

            // Its key may be a number, so it is not named.
            if (collection.GetChildren().Any(child => child.GetChildren().Any() || (key == SectionKeys.RefusedKinds && child.Value?.Contains(',') == true)))
                yield return $"{path}:{key} holds something that is not one plain value: write each alone, as {path}:{key}:0, {path}:{key}:1 and so on, or by its key.";
        }

        // The binder reads "5" as five days, although the author meant seconds.
        foreach (var key in SectionKeys.Times)
        {
            if (section[key] is { } time && time.AsSpan().Trim() is not "0" && int.TryParse(time, CultureInfo.InvariantCulture, out _))
                yield return $"{path}:{key} is {time.Trim()}, which would be days: write hours:minutes:seconds, such as 00:00:30.";
        }

        if (section[Budget] is { } budget && string.IsNullOrWhiteSpace(budget))
            yield return $"{path}:{Budget} is empty, which would be no limit at all: write a number, or leave it out.";

        foreach (var problem in FindUnknown(section, path, string.Empty))
            yield return problem;
    }

    /// <summary>A key that does not exist is a guard, a limit or an address that its author believes to be in force.</summary>
    private static IEnumerable<string> FindUnknown(IConfiguration section, string path, string group)
    {
        foreach (var child in section.GetChildren())
        {
            var key = group + child.Key;
            if (SectionKeys.Options.Contains(key) || (group.Length == 0 && child.Key.Equals(Accounts, StringComparison.OrdinalIgnoreCase)))
                continue;

            if (!SectionKeys.Groups.Contains(key))
            {
                yield return $"{path}:{key} does not exist. There are: {string.Join(", ", SectionKeys.Below(group))}.";
                continue;
            }

            if (!string.IsNullOrEmpty(child.Value))
                yield return $"{path}:{key} has keys of its own. There are: {string.Join(", ", SectionKeys.Below(key + ":"))}.";

            foreach (var problem in FindUnknown(child, path, key + ":"))
                yield return problem;
        }
    }
}

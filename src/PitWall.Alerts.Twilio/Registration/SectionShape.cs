using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>
/// Finds configuration that the binder would silently ignore although that is dangerous: an allow list that stays empty allows everyone.
/// </summary>
internal static class SectionShape
{
    // The binder reads several names in one value as the sum of their numbers, which is another kind.
    private const string Kinds = "Numbers:RefusedKinds";

    /// <summary>Every option that is a list or a dictionary.</summary>
    public static IReadOnlyList<string> Collections { get; } =
    [
        "Gate:RehearsalRecipients", "Gate:AllowedRecipients", "Numbers:AllowedRegions", Kinds, "Webhooks:AdditionalAuthTokens",
        "Text:Labels:Types", "Text:Labels:Areas", "Text:Speech:Pronunciations",
    ];

    /// <summary>Every option that is a time.</summary>
    public static IReadOnlyList<string> Times { get; } =
    [
        "Voice:RingTimeout", "Voice:ScriptLifetime",
        "Transmit:AttemptTimeout", "Transmit:BackoffBase", "Transmit:BackoffMax", "Transmit:MaxRetryAfter", "Transmit:MaxElapsed",
        "Transmit:ReconciliationWindow", "Transmit:CriticalReconciliationWindow", "Transmit:CircuitBreak",
        "Delivery:LongestWait", "Delivery:ValidFor:Critical", "Delivery:ValidFor:Strategy", "Delivery:ValidFor:Coaching", "Delivery:ValidFor:Batch",
        "Delivery:Deduplication:Critical", "Delivery:Deduplication:Strategy", "Delivery:Deduplication:Coaching", "Delivery:Deduplication:Batch",
        "Delivery:Limits:Cooldown", "Delivery:Queue:AgeingStep", "Delivery:Ledger:MaxAge", "Delivery:DrainTimeout",
        "Webhooks:HandlerTimeout", "Polling:FirstAfter", "Polling:LongestPause", "Polling:GiveUpAfter",
    ];

    /// <summary>The groups in which a key that does not exist is an error, and the keys that do.</summary>
    public static IReadOnlyDictionary<string, string[]> Guards { get; } = new Dictionary<string, string[]>
    {
        ["Gate"] = ["Rehearsal", "RehearsalRecipients", "AllowedRecipients", "SegmentBudget", "CriticalReserve"],
        ["Numbers"] = ["DefaultRegion", "Level", "AllowedRegions", "RefusedKinds", "Styles"],
    };

    /// <summary>Sentences that name each key and say what to do.</summary>
    public static IEnumerable<string> FindProblems(IConfiguration section, string path)
    {
        foreach (var key in Collections)
        {
            var collection = section.GetSection(key);
            if (!string.IsNullOrEmpty(collection.Value) && !collection.GetChildren().Any())
                yield return $"{path}:{key} holds several values: write {path}:{key}:0, {path}:{key}:1 and so on, or name each by its key.";

            // Its key may be a number, so it is not named.
            if (collection.GetChildren().Any(child => child.GetChildren().Any() || (key == Kinds && child.Value?.Contains(',') == true)))
                yield return $"{path}:{key} holds something that is not one plain value: write each alone, as {path}:{key}:0, {path}:{key}:1 and so on, or by its key.";
        }

        // The binder reads "5" as five days, although the author meant seconds.
        foreach (var key in Times)
        {
            if (section[key] is { } time && time.AsSpan().Trim() is not "0" && int.TryParse(time, CultureInfo.InvariantCulture, out _))
                yield return $"{path}:{key} is {time.Trim()}, which would be days: write hours:minutes:seconds, such as 00:00:30.";
        }

        foreach (var (guard, keys) in Guards)
        {
            if (!string.IsNullOrEmpty(section.GetSection(guard).Value))
                yield return $"{path}:{guard} has keys of its own. There are: {string.Join(", ", keys)}.";

            foreach (var child in section.GetSection(guard).GetChildren())
            {
                if (!keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                    yield return $"{path}:{guard}:{child.Key} does not exist. There are: {string.Join(", ", keys)}.";
            }
        }
    }
}

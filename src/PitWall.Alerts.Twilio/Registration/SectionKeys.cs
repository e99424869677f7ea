namespace PitWall.Alerts.Twilio.Registration;

/// <summary>The keys that an account's section may have. A test keeps them those of the options.</summary>
internal static class SectionKeys
{
    /// <summary>The binder reads several names in one value as the sum of their numbers, which is another kind.</summary>
    public const string RefusedKinds = "Numbers:RefusedKinds";

    /// <summary>Every option that is a list or a dictionary.</summary>
    public static IReadOnlyList<string> Collections { get; } =
    [
        "Gate:RehearsalRecipients", "Gate:AllowedRecipients", "Numbers:AllowedRegions", RefusedKinds, "Webhooks:AdditionalAuthTokens",
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

    /// <summary>Every option, and every group of options.</summary>
    public static IReadOnlySet<string> Options { get; }

    /// <summary>What has keys of its own.</summary>
    public static IReadOnlySet<string> Groups { get; }

    private static readonly string[] Others =
    [
        "AccountSid", "AuthToken", "ApiKeySid", "ApiKeySecret", "PhoneNumber", "WhatsAppNumber", "MessagingServiceSid", "Edge", "Region",
        "BaseAddress", "StatusCallback", "Numbers:DefaultRegion", "Numbers:Level", "Numbers:Styles", "Voice:Voice", "Voice:Language",
        "Voice:Repeat", "Voice:ScriptAddress", "Voice:AsksForKey", "Voice:KeyPrompt", "Voice:KeyThanks", "Transmit:MaxAttempts",
        "Gate:Rehearsal", "Gate:SegmentBudget", "Gate:CriticalReserve", "Delivery:LowestSeverity", "Delivery:Limits:Recipient:PerMinute",
        "Delivery:Limits:Recipient:Burst", "Delivery:Limits:CriticalRecipient:PerMinute", "Delivery:Limits:CriticalRecipient:Burst",
        "Delivery:Limits:Sender:PerMinute", "Delivery:Limits:Sender:Burst", "Delivery:Limits:Global:PerMinute",
        "Delivery:Limits:Global:Burst", "Delivery:Queue:Capacity", "Delivery:Queue:MaxConcurrency", "Delivery:Queue:SmsSegmentsPerSecond",
        "Delivery:Queue:WhatsAppPerSecond", "Delivery:Queue:CallsPerSecond", "Delivery:Ledger:Capacity", "Text:ProductName",
        "Text:Layout", "Text:StrategySegments", "Text:CoachingSegments", "Text:BatchSegments", "Text:CriticalSegments",
        "Text:PricePerSegment", "Text:Currency", "Text:Labels:High", "Text:Labels:Medium", "Text:Labels:Low", "Text:Labels:Critical",
        "Text:Labels:HighEmoji", "Text:Labels:MediumEmoji", "Text:Labels:LowEmoji", "Text:Labels:CriticalEmoji", "Text:Labels:Category",
        "Text:Labels:Focus", "Text:Labels:BatchTitleOfOne", "Text:Labels:BatchTitle", "Text:Labels:BatchMore", "Text:Speech:Language",
        "Text:Speech:StrategyAlert", "Text:Speech:CoachingAlert", "Text:Speech:CriticalAlert", "Text:Speech:HighSeverity",
        "Text:Speech:MediumSeverity", "Text:Speech:LowSeverity", "Text:Speech:HighPriority", "Text:Speech:MediumPriority",
        "Text:Speech:LowPriority", "Text:Speech:BatchTitleOfOne", "Text:Speech:BatchTitle", "Text:Speech:BatchItem",
        "Text:Speech:BatchMore", "Text:Speech:RaisedAt", "Text:Speech:Time", "Webhooks:PublicAddress", "Webhooks:MaxBodyBytes",
        "Webhooks:Remembered", "Polling:Enabled", "Polling:MaxPerMinute",
    ];

    private static readonly string[] OfATemplate =
        ["ContentSid", "TypeVariable", "MessageVariable", "SeverityVariable", "TimeVariable", "CategoryVariable", "FocusVariable"];

    static SectionKeys()
    {
        var templates = Enum.GetNames<AlertKind>().SelectMany(static kind => OfATemplate.Select(key => $"Text:WhatsAppTemplates:{kind}:{key}"));
        Options = new HashSet<string>([.. Collections, .. Times, .. Others, .. templates], StringComparer.OrdinalIgnoreCase);
        Groups = new HashSet<string>(Options.SelectMany(GroupsOf), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The names of the keys directly below a group.</summary>
    /// <param name="group">The group with its colon; empty for the section.</param>
    public static IEnumerable<string> Below(string group) => Options
        .Where(key => key.StartsWith(group, StringComparison.OrdinalIgnoreCase))
        .Select(key => key[group.Length..].Split(':')[0])
        .Distinct();

    private static IEnumerable<string> GroupsOf(string key)
    {
        for (var i = key.IndexOf(':', StringComparison.Ordinal); i >= 0; i = key.IndexOf(':', i + 1))
            yield return key[..i];
    }
}

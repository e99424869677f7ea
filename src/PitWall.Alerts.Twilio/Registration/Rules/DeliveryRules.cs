namespace PitWall.Alerts.Twilio.Registration;

/// <summary>The policy of sending.</summary>
internal static class DeliveryRules
{
    /// <summary>With less than Twilio's shortest validity period, 1 s, left an alert has expired; some time passes before it is sent.</summary>
    private static readonly TimeSpan LeastValidity = TimeSpan.FromSeconds(2);

    public static void Check(OptionFailures failures, DeliveryOptions o)
    {
        var day = TimeSpan.FromDays(1);
        failures.CheckRange(o.LongestWait, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1), "Delivery:LongestWait");
        failures.Check(Enum.IsDefined(o.LowestSeverity), "Delivery:LowestSeverity", "must be Low, Medium or High.");
        failures.CheckRange(o.DrainTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(10), "Delivery:DrainTimeout");
        foreach (var kind in Enum.GetValues<AlertKind>())
        {
            failures.CheckRange(o.ValidFor.For(kind), LeastValidity, TimeSpan.FromDays(7), $"Delivery:ValidFor:{kind}");
            failures.CheckRange(o.Deduplication.For(kind), TimeSpan.Zero, day, $"Delivery:Deduplication:{kind}");
        }

        Limits(failures, o.Limits);
        Queue(failures, o.Queue);
        failures.Check(o.Ledger.Capacity is >= 1 and <= 1_000_000, "Delivery:Ledger:Capacity", "must be 1 to 1,000,000.");
        failures.CheckRange(o.Ledger.MaxAge, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30), "Delivery:Ledger:MaxAge");
    }

    private static void Limits(OptionFailures failures, LimitOptions o)
    {
        failures.CheckRange(o.Cooldown, TimeSpan.Zero, TimeSpan.FromDays(1), "Delivery:Limits:Cooldown");
        Rate(failures, o.Recipient, "Delivery:Limits:Recipient");
        Rate(failures, o.CriticalRecipient, "Delivery:Limits:CriticalRecipient");
        Rate(failures, o.Sender, "Delivery:Limits:Sender");
        Rate(failures, o.Global, "Delivery:Limits:Global");
    }

    private static void Queue(OptionFailures failures, QueueOptions o)
    {
        failures.Check(o.Capacity is >= 1 and <= 1_000_000, "Delivery:Queue:Capacity", "must be 1 to 1,000,000.");
        failures.Check(o.MaxConcurrency is >= 1 and <= 1_000, "Delivery:Queue:MaxConcurrency", "must be 1 to 1,000.");
        failures.CheckRange(o.AgeingStep, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), "Delivery:Queue:AgeingStep");
        failures.Check(o.SmsSegmentsPerSecond is null or 0 or (>= 0.001 and <= 10_000), "Delivery:Queue:SmsSegmentsPerSecond", "must be 0, or 0.001 to 10,000.");
        failures.Check(o.WhatsAppPerSecond is 0 or (>= 0.001 and <= 10_000), "Delivery:Queue:WhatsAppPerSecond", "must be 0, or 0.001 to 10,000.");
        failures.Check(o.CallsPerSecond is 0 or (>= 0.001 and <= 1_000), "Delivery:Queue:CallsPerSecond", "must be 0, or 0.001 to 1,000.");
    }

    private static void Rate(OptionFailures failures, RateOptions o, string key)
    {
        failures.Check(o.PerMinute is >= 0 and <= 100_000, key + ":PerMinute", "must be 0 to 100,000.");
        failures.Check(o.Burst is >= 1 and <= 100_000, key + ":Burst", "must be 1 to 100,000.");
    }
}

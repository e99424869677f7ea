namespace PitWall.Alerts.Twilio.Registration;

/// <summary>How Twilio's reports are taken, and how they are asked for where none come.</summary>
internal static class WebhookRules
{
    public static void Check(OptionFailures failures, WebhookOptions o)
    {
        failures.Check(
            o.PublicAddress is null || AddressRules.IsRoot(o.PublicAddress), "Webhooks:PublicAddress",
            "must be an absolute http or https address without user, query and fragment.");
        failures.Check(o.MaxBodyBytes is >= 4_096 and <= 1_048_576, "Webhooks:MaxBodyBytes", "must be 4,096 to 1,048,576.");
        failures.Check(o.Remembered is >= 100 and <= 1_000_000, "Webhooks:Remembered", "must be 100 to 1,000,000.");
        failures.CheckRange(o.HandlerTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(15), "Webhooks:HandlerTimeout");
    }

    public static void Check(OptionFailures failures, PollingOptions o)
    {
        failures.CheckRange(o.FirstAfter, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), "Polling:FirstAfter");
        failures.CheckRange(o.LongestPause, o.FirstAfter, TimeSpan.FromHours(12), "Polling:LongestPause");
        failures.CheckRange(o.GiveUpAfter, o.FirstAfter, TimeSpan.FromDays(7), "Polling:GiveUpAfter");
        failures.Check(o.MaxPerMinute is >= 1 and <= 3_000, "Polling:MaxPerMinute", "must be 1 to 3,000.");
    }
}

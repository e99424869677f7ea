namespace PitWall.Alerts.Twilio.Registration;

/// <summary>What may leave at all.</summary>
internal static class GateOptionRules
{
    public static void Check(OptionFailures failures, GateOptions o)
    {
        failures.Check(o.SegmentBudget is null or >= 0, "Gate:SegmentBudget", "must not be negative.");
        failures.Check(
            o.CriticalReserve >= 0 && o.CriticalReserve <= Math.Max(0, o.SegmentBudget ?? long.MaxValue), "Gate:CriticalReserve",
            "must be 0 to Gate:SegmentBudget.");
        NumberRules.Check(failures, o.AllowedRecipients, "Gate:AllowedRecipients");
        NumberRules.Check(failures, o.RehearsalRecipients, "Gate:RehearsalRecipients");
    }
}

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>What a host allows of the numbers that exist: regions and kinds.</summary>
internal static class PhoneNumberRules
{
    internal static PhoneNumberProblem FindProblem(in PlanEntry entry, PhoneNumberOptions options)
    {
        if (options.RefusedKinds is { Count: > 0 } kinds && kinds.Contains(entry.Kind))
        {
            return new PhoneNumberProblem(PhoneNumberError.KindRefused, entry.Region, Kind: entry.Kind);
        }

        return options.AllowedRegions is { Count: > 0 } regions && !IsAllowed(entry, regions)
            ? new PhoneNumberProblem(PhoneNumberError.RegionNotAllowed, RegionOf(entry))
            : default;
    }

    private static bool IsAllowed(in PlanEntry entry, IList<string> regions)
    {
        var id = NumberingPlan.IdOf(RegionOf(entry));

        for (var i = 0; i < regions.Count; i++)
        {
            if (string.Equals(regions[i], id, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // A range of a shared code that the plan does not know belongs to the code's main region as far as anyone can tell.
    private static int RegionOf(in PlanEntry entry) => entry.Region == 0 ? NumberingPlan.Code(entry.Code).MainRegion : entry.Region;
}

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>What a host allows of the numbers that exist: regions and kinds.</summary>
internal static class PhoneNumberRules
{
    internal static PhoneNumberResult Apply(PhoneNumberResult result, PhoneNumberOptions options)
    {
        var entry = NumberingPlan.Find(result.Number.Digits);

        if (entry.Kind == PhoneNumberKind.PremiumRate && !options.Styles.HasFlag(PhoneNumberStyles.AllowPremiumRate))
        {
            return new PhoneNumberResult(new PhoneNumberProblem(PhoneNumberError.PremiumRate, entry.CallingCode, Region: entry.Region));
        }

        if (options.RefusedKinds.Contains(entry.Kind))
        {
            return new PhoneNumberResult(new PhoneNumberProblem(PhoneNumberError.KindRefused, entry.CallingCode, Region: entry.Region, Kind: entry.Kind));
        }

        if (options.AllowedRegions.Count == 0)
        {
            return result;
        }

        foreach (var region in options.AllowedRegions)
        {
            if (string.Equals(region, entry.Region, StringComparison.OrdinalIgnoreCase))
            {
                return result;
            }
        }

        return new PhoneNumberResult(new PhoneNumberProblem(PhoneNumberError.RegionNotAllowed, entry.CallingCode, Region: entry.Region));
    }
}

using System.Globalization;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>How recipients' numbers are read, and lists of numbers.</summary>
internal static class NumberRules
{
    private const string NonGeographic = "001";

    private static readonly PhoneNumberNormalizer Normalizer = new();

    public static void Check(OptionFailures failures, PhoneNumberOptions o)
    {
        failures.Check(
            string.IsNullOrEmpty(o.DefaultRegion) || IsRegion(o.DefaultRegion), "Numbers:DefaultRegion",
            "must be a region of the numbering plan, such as GB.");
        failures.Check(Enum.IsDefined(o.Level), "Numbers:Level", "must be Syntax, Possible, Valid or Mobile.");
        failures.Check((o.Styles & ~PhoneNumberStyles.Libphonenumber) == 0, "Numbers:Styles", "holds a style that is not known.");
        for (var i = 0; i < o.AllowedRegions.Count; i++)
        {
            failures.Check(
                o.AllowedRegions[i] == NonGeographic || IsRegion(o.AllowedRegions[i]), At("Numbers:AllowedRegions", i),
                "must be a region of the numbering plan, such as GB, or 001.");
        }

        for (var i = 0; i < o.RefusedKinds.Count; i++)
            failures.Check(Enum.IsDefined(o.RefusedKinds[i]), At("Numbers:RefusedKinds", i), "must be a kind of number, such as FixedLine.");
    }

    /// <summary>A list of numbers in E.164.</summary>
    public static void Check(OptionFailures failures, IList<string> numbers, string key)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            failures.Check(
                E164PhoneNumber.TryParse(numbers[i], null, out _), At(key, i), "must be a number in E.164, such as +16502530000.");
        }
    }

    /// <summary>National digits are read in a region, so a region that is none is found out by them.</summary>
    private static bool IsRegion(string? region) =>
        !string.IsNullOrEmpty(region)
        && Normalizer.Normalize("123456789", new PhoneNumberOptions { DefaultRegion = region }).Error
            is not (PhoneNumberError.UnknownRegion or PhoneNumberError.RegionNeeded);

    private static string At(string key, int index) => string.Create(CultureInfo.InvariantCulture, $"{key}:{index}");
}

using PitWall.Alerts.Twilio;

namespace PitWall.Tools.NumberingPlan.Table;

/// <summary>One region (or non-geographic calling code) of the table.</summary>
internal sealed record PlanRow(
    string Region,
    string Name,
    int CallingCode,
    int Order,
    string InternationalPrefix,
    string NationalPrefix,
    string Transform,
    string LeadingDigits,
    int Lengths,
    int LocalLengths,
    string General,
    IReadOnlyList<KindPattern> Kinds)
{
    internal bool IsMain => Order == 0;
}

/// <summary>What numbers of one kind look like. Lengths are a bit set; the region's own where the table names none.</summary>
internal sealed record KindPattern(PhoneNumberKind Kind, string Pattern, int Lengths);

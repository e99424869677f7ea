using System.Numerics;
using System.Text;
using static PitWall.Alerts.Twilio.PhoneNumbers.PlanLayout;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>A region of the plan. <c>default</c> is none.</summary>
/// <param name="Number">The number of the region in the plan; 0 for none.</param>
internal readonly record struct PlanRegion(int Number)
{
    internal const string NonGeographic = "001";

    private static readonly string?[] Ids = new string?[PlanResource.Regions.Length / (int)RegionField.Count];

    internal bool IsNone => Number == 0;

    /// <summary>The ISO 3166-1 alpha-2 code, or <c>001</c>.</summary>
    internal string? Id => IsNone ? null : Ids[Number] ??= MakeId(Field(RegionField.Id));

    internal PlanCode Code => new(Field(RegionField.Code));

    /// <summary>Where a walk starts whose label says whether the region's general pattern matches.</summary>
    internal int GeneralStart => Field(RegionField.GeneralStart);

    /// <summary>The lengths of national numbers, as a set: bit n stands for n digits.</summary>
    internal int Lengths => Field(RegionField.Lengths) | Field(RegionField.LengthsHigh) << 16;

    /// <summary>The name as it stands in a sentence, such as "the Netherlands".</summary>
    internal string Name =>
        Encoding.ASCII.GetString(PlanResource.Names.Span.Slice(Field(RegionField.Name), Field(RegionField.NameLength)));

    internal PrefixRule InternationalPrefix => new(Field(RegionField.InternationalPrefix), Field(RegionField.InternationalFirst));

    internal PrefixRule NationalPrefix => new(Field(RegionField.NationalPrefix), Field(RegionField.NationalFirst));

    /// <summary>What takes the place of the national prefix.</summary>
    internal PrefixTransform Transform => new(Field(RegionField.Transform));

    private int LocalLengths => Field(RegionField.LocalLengths) | Field(RegionField.LocalLengthsHigh) << 16;

    /// <summary>Finds a region by its two letters, in any case.</summary>
    internal static PlanRegion Find(string? id)
    {
        if (id is not { Length: 2 } || !char.IsAsciiLetter(id[0]) || !char.IsAsciiLetter(id[1]))
        {
            return default;
        }

        return new PlanRegion(PlanResource.RegionNumbers[(((id[0] | 0x20) - 'a') * 26) + (id[1] | 0x20) - 'a']);
    }

    /// <summary>Holds a length against the region's, as <c>PhoneNumberUtil.testNumberLength</c> does.</summary>
    internal PhoneNumberError CheckLength(int digits)
    {
        var lengths = (uint)Lengths;

        return digits < 32 && (LocalLengths >> digits & 1) != 0 ? PhoneNumberError.LocalOnly
            : digits < 32 && (lengths >> digits & 1) != 0 ? PhoneNumberError.None
            : digits < BitOperations.TrailingZeroCount(lengths) ? PhoneNumberError.TooShort
            : digits > BitOperations.Log2(lengths) ? PhoneNumberError.TooLong
            : PhoneNumberError.WrongLength;
    }

    /// <summary>Whether digits match the region's general pattern, whatever their count.</summary>
    internal bool IsGeneral(ReadOnlySpan<byte> national) => PlanLayout.IsGeneral(NumberingPlan.Walk(GeneralStart, national));

    private int Field(RegionField field) => PlanResource.Regions[(Number * (int)RegionField.Count) + (int)field];

    private static string MakeId(int letters) =>
        letters == NonGeographicId ? NonGeographic : new string([(char)(letters >> 8), (char)(letters & 0xFF)]);
}

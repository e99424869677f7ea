using System.Numerics;
using System.Text;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>A region as it lies in the plan. Sets of lengths and of digits: bit n stands for n.</summary>
internal struct RegionRecord
{
    /// <summary>The lengths of national numbers.</summary>
    internal uint Lengths;

    /// <summary>The lengths that work only from next door.</summary>
    internal uint LocalLengths;

    /// <summary>Its number in the plan; 0 for none.</summary>
    internal ushort Number;

    /// <summary>Its two letters, or <see cref="PlanLayout.NonGeographicId"/>.</summary>
    internal ushort Letters;

    /// <summary>The number of its calling code in the plan.</summary>
    internal ushort Code;

    /// <summary>Where a walk starts whose label says whether the region's general pattern matches.</summary>
    internal ushort GeneralStart;

    /// <summary>The digits that an international prefix can start with.</summary>
    internal ushort InternationalFirst;

    /// <summary>The program that matches an international prefix; 0 for none.</summary>
    internal ushort InternationalPrefix;

    /// <summary>The digits that a national prefix can start with.</summary>
    internal ushort NationalFirst;

    /// <summary>The program that matches a national prefix; 0 for none.</summary>
    internal ushort NationalPrefix;

    /// <summary>What takes the place of a national prefix, in the programs; 0 for nothing.</summary>
    internal ushort Transform;

    internal ushort NameStart;

    internal ushort NameLength;

    /// <summary>Fills the record up to a multiple of four bytes.</summary>
    internal ushort Reserved;

    internal readonly bool IsNone => Number == 0;

    /// <summary>The ISO 3166-1 alpha-2 code, or <c>001</c>; <see langword="null"/> for none.</summary>
    internal readonly string? Id => NumberingPlan.IdOf(Number);

    /// <summary>The name as it stands in a sentence, such as "the Netherlands".</summary>
    internal readonly string Name => Encoding.ASCII.GetString(NumberingPlan.Names.Slice(NameStart, NameLength));

    /// <summary>Holds a length against the region's, as <c>PhoneNumberUtil.testNumberLength</c> does.</summary>
    internal readonly PhoneNumberError CheckLength(int digits)
    {
        var length = digits < 32 ? 1u << digits : 0;

        return (LocalLengths & length) != 0 ? PhoneNumberError.LocalOnly
            : (Lengths & length) != 0 ? PhoneNumberError.None
            : digits < BitOperations.TrailingZeroCount(Lengths) ? PhoneNumberError.TooShort
            : digits > BitOperations.Log2(Lengths) ? PhoneNumberError.TooLong
            : PhoneNumberError.WrongLength;
    }
}

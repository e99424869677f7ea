namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>
/// How the numbering plan lies in its resource: little-endian, each section aligned to four bytes. The generator compiles this
/// file too, so that writer and reader cannot disagree.
/// </summary>
internal static class PlanLayout
{
    /// <summary>"PWN1".</summary>
    internal const uint Magic = 0x314E_5750;

    /// <summary>Magic, then offset and length in bytes of each <see cref="Section"/>.</summary>
    internal const int HeaderBytes = 4 + ((int)Section.Count * 8);

    internal enum Section
    {
        /// <summary>A byte for each three digits: the number of the calling code they start with, or 0.</summary>
        Prefixes,

        /// <summary><see cref="CodeField"/> for each code; number 0 is not used.</summary>
        Codes,

        /// <summary><see cref="RegionField"/> for each region; number 0 is not used.</summary>
        Regions,

        /// <summary>A byte for each two letters: the number of the region, or 0.</summary>
        RegionNumbers,

        /// <summary>Ten states for each branching state. State 0 is the dead one; <see cref="TailBit"/> marks tails.</summary>
        Branches,

        /// <summary>The label of each branching state.</summary>
        Labels,

        /// <summary><see cref="TailField"/> for each tail.</summary>
        Tails,

        /// <summary>Labels of tails, one for each length in the tail's set, shortest first.</summary>
        TailLabels,

        /// <summary>Prefix programs (<see cref="Op"/>) and transforms (group, count, digits).</summary>
        Programs,

        /// <summary>Names of regions in ASCII.</summary>
        Names,

        Count,
    }

    /// <summary>16-bit fields of a calling code.</summary>
    internal enum CodeField
    {
        Code,
        Digits,
        Start,
        MainRegion,
        Regions,
        Count,
    }

    /// <summary>16-bit fields of a region. Lengths are sets: bit n stands for n national digits.</summary>
    internal enum RegionField
    {
        Id,
        Code,
        GeneralStart,
        Lengths,
        LengthsHigh,
        LocalLengths,
        LocalLengthsHigh,
        InternationalFirst,
        InternationalPrefix,
        NationalFirst,
        NationalPrefix,
        Transform,
        Name,
        NameLength,
        Count,
    }

    /// <summary>16-bit fields of a tail: the set of lengths that mean something, and where their labels are.</summary>
    internal enum TailField
    {
        Lengths,
        LengthsHigh,
        Labels,
        Count,
    }

    /// <summary>An instruction of a prefix program, in the top bits of a word; the rest is its operand.</summary>
    internal enum Op
    {
        /// <summary>Reads one digit of a set.</summary>
        Digit,

        /// <summary>Goes on, and comes back to the operand when that fails.</summary>
        Split,

        /// <summary>Goes to the operand, counted from the start of the program.</summary>
        Jump,

        /// <summary>Remembers the position in a slot: two for each group.</summary>
        Save,

        /// <summary>Holds only at the end of the digits.</summary>
        End,

        /// <summary>The prefix is found.</summary>
        Match,
    }

    internal const int OpShift = 12;
    internal const int OperandMask = (1 << OpShift) - 1;

    internal const int TailBit = 0x8000;

    /// <summary>The region whose identifier is not two letters: <c>001</c>.</summary>
    internal const int NonGeographicId = 0;

    private const int RegionShift = 5;
    private const int KindShift = 1;
    private const int KindMask = 0xF;
    private const int GeneralBit = 1;

    /// <summary>Packs what a number is.</summary>
    /// <param name="region">The region's number, 0 when the plan names none.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="isGeneral">Whether the main region's general pattern matches, whatever the length.</param>
    internal static int Label(int region, PhoneNumberKind kind, bool isGeneral) =>
        region << RegionShift | (int)kind << KindShift | (isGeneral ? GeneralBit : 0);

    internal static int RegionOf(int label) => label >> RegionShift;

    internal static PhoneNumberKind KindOf(int label) => (PhoneNumberKind)(label >> KindShift & KindMask);

    internal static bool IsGeneral(int label) => (label & GeneralBit) != 0;
}

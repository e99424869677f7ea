namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>
/// How the numbering plan lies in its resource: little-endian, each section aligned to four bytes. The generator
/// (<c>tools/NumberingPlan</c>) writes by the same definitions, so that it and the reader cannot disagree.
/// </summary>
internal static class PlanLayout
{
    /// <summary>"PWN1".</summary>
    internal const uint Magic = 0x314E_5750;

    /// <summary>Magic, then offset and length in bytes of each <see cref="Section"/>.</summary>
    internal const int HeaderBytes = sizeof(uint) * (1 + (2 * (int)Section.Count));

    internal const int OpShift = 12;
    internal const int OperandMask = (1 << OpShift) - 1;

    /// <summary>Marks a state from which on only the count of the remaining digits matters.</summary>
    internal const int TailBit = 0x8000;

    /// <summary>The region whose identifier is not two letters: <c>001</c>.</summary>
    internal const int NonGeographicId = 0;

    /// <summary>A label holds the region above, then the kind, then whether the main region's general pattern matches whatever the length.</summary>
    internal const int RegionShift = 5;

    internal const int KindShift = 1;
    internal const int KindMask = 0xF;
    internal const int GeneralBit = 1;

    internal enum Section
    {
        /// <summary>A byte for each three digits: the number of the calling code they start with, or 0.</summary>
        Prefixes,

        /// <summary>A <see cref="CodeRecord"/> for each code; number 0 is none.</summary>
        Codes,

        /// <summary>A <see cref="RegionRecord"/> for each region; number 0 is none.</summary>
        Regions,

        /// <summary>A byte for each two letters: the number of the region, or 0.</summary>
        RegionNumbers,

        /// <summary>Ten states for each branching state. State 0 is the dead one.</summary>
        Branches,

        /// <summary>The label of each branching state.</summary>
        Labels,

        /// <summary>A <see cref="TailRecord"/> for each tail.</summary>
        Tails,

        /// <summary>Labels of tails, one for each length in the tail's set, shortest first.</summary>
        TailLabels,

        /// <summary>Prefix programs (<see cref="Op"/>), and transforms: group, count, digits.</summary>
        Programs,

        /// <summary>Names of regions in ASCII.</summary>
        Names,

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
}

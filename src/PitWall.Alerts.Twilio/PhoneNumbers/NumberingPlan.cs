using System.Numerics;
using static PitWall.Alerts.Twilio.PhoneNumbers.PlanLayout;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>
/// The world's numbering plan: one minimal deterministic automaton over digits. A walk of at most 17 steps, one for each
/// national digit, ends in what the number is. Digits are bytes from 0 to 9; codes and regions are known by their numbers.
/// </summary>
internal static unsafe class NumberingPlan
{
    private const string NonGeographic = "001";

    private static readonly string?[] Ids = new string?[PlanResource.RegionCount];

    internal static ReadOnlySpan<ushort> Programs => new(PlanResource.Programs, PlanResource.ProgramCount);

    internal static ReadOnlySpan<byte> Names => new(PlanResource.Names, PlanResource.NameCount);

    internal static int RegionCount => PlanResource.RegionCount;

    internal static ref readonly CodeRecord Code(int number) => ref PlanResource.Codes[number];

    internal static ref readonly RegionRecord Region(int number) => ref PlanResource.Regions[number];

    internal static ref readonly RegionRecord MainRegionOf(int code) => ref PlanResource.Regions[PlanResource.Codes[code].MainRegion];

    /// <summary>The code that a number with its calling code starts with; 0 for none.</summary>
    internal static int CodeOf(ReadOnlySpan<byte> digits)
    {
        // Fewer than three digits are filled up with zeros, which must not complete a code.
        var prefix = digits.Length >= 3
            ? (digits[0] * 100) + (digits[1] * 10) + digits[2]
            : (digits.Length > 0 ? digits[0] * 100 : 0) + (digits.Length > 1 ? digits[1] * 10 : 0);
        var code = PlanResource.Prefixes[prefix];

        return PlanResource.Codes[code].Digits <= digits.Length ? code : 0;
    }

    /// <summary>The region with two letters, in any case; 0 for none.</summary>
    internal static int RegionOf(string? id) => id is { Length: 2 } && char.IsAsciiLetter(id[0]) && char.IsAsciiLetter(id[1])
        ? PlanResource.RegionNumbers[(((id[0] | 0x20) - 'a') * 26) + (id[1] | 0x20) - 'a']
        : 0;

    /// <summary>The identifier of a region; <see langword="null"/> for none.</summary>
    internal static string? IdOf(int region)
    {
        if (region == 0)
        {
            return null;
        }

        var letters = PlanResource.Regions[region].Letters;

        return Ids[region] ??= letters == NonGeographicId ? NonGeographic : new string([(char)(letters >> 8), (char)(letters & 0xFF)]);
    }

    /// <summary>What national digits are, from a start of the plan on. 0 for nothing.</summary>
    internal static int Walk(int start, ReadOnlySpan<byte> digits)
    {
        var branches = PlanResource.Branches;
        var state = start;
        var step = 0;

        while (state < TailBit)
        {
            if (step == digits.Length)
            {
                return PlanResource.Labels[state];
            }

            state = branches[(state * 10) + digits[step++]];
        }

        var tail = PlanResource.Tails + (state & ~TailBit);
        var length = step + 32 > digits.Length ? 1u << (digits.Length - step) : 0;

        return (tail->Lengths & length) != 0
            ? PlanResource.TailLabels[tail->Labels + (uint)BitOperations.PopCount(tail->Lengths & (length - 1))]
            : 0;
    }

    /// <summary>Whether digits match the region's general pattern, whatever their count.</summary>
    internal static bool IsGeneral(in RegionRecord region, ReadOnlySpan<byte> national) =>
        (Walk(region.GeneralStart, national) & GeneralBit) != 0;

    /// <summary>What a national number under a calling code is.</summary>
    internal static PlanEntry Find(int code, ReadOnlySpan<byte> national) =>
        new(code, Walk(PlanResource.Codes[code].Start, national), national.Length);

    /// <summary>What an E.164 number is.</summary>
    internal static PlanEntry Find(ulong number)
    {
        Span<byte> buffer = stackalloc byte[DecimalDigits.MaxCount];
        var digits = DecimalDigits.Split(number, buffer);
        var code = CodeOf(digits);

        return Find(code, digits[PlanResource.Codes[code].Digits..]);
    }
}

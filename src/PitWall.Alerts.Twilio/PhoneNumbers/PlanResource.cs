using System.Buffers.Binary;
using System.Runtime.InteropServices;
using static PitWall.Alerts.Twilio.PhoneNumbers.PlanLayout;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>The tables of the numbering plan, where the runtime mapped the assembly: nothing is parsed and nothing copied.</summary>
internal static unsafe class PlanResource
{
    internal const string Name = "numbering-plan.bin";

    internal static readonly PlanSection<byte> Prefixes;
    internal static readonly PlanSection<ushort> Codes;
    internal static readonly PlanSection<ushort> Regions;
    internal static readonly PlanSection<byte> RegionNumbers;
    internal static readonly PlanSection<ushort> Branches;
    internal static readonly PlanSection<ushort> Labels;
    internal static readonly PlanSection<ushort> Tails;
    internal static readonly PlanSection<ushort> TailLabels;
    internal static readonly PlanSection<ushort> Programs;
    internal static readonly PlanSection<byte> Names;

    static PlanResource()
    {
        using var stream = typeof(PlanResource).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException("The numbering plan is missing from the assembly.");
        var length = checked((int)stream.Length);
        var start = stream is UnmanagedMemoryStream mapped && BitConverter.IsLittleEndian ? mapped.PositionPointer : Copy(stream, length);
        var plan = new ReadOnlySpan<byte>(start, length);

        if (BinaryPrimitives.ReadUInt32LittleEndian(plan) != Magic)
        {
            throw new InvalidOperationException("The numbering plan has another layout.");
        }

        Prefixes = new(plan[RangeOf(plan, Section.Prefixes)]);
        Codes = new(plan[RangeOf(plan, Section.Codes)]);
        Regions = new(plan[RangeOf(plan, Section.Regions)]);
        RegionNumbers = new(plan[RangeOf(plan, Section.RegionNumbers)]);
        Branches = new(plan[RangeOf(plan, Section.Branches)]);
        Labels = new(plan[RangeOf(plan, Section.Labels)]);
        Tails = new(plan[RangeOf(plan, Section.Tails)]);
        TailLabels = new(plan[RangeOf(plan, Section.TailLabels)]);
        Programs = new(plan[RangeOf(plan, Section.Programs)]);
        Names = new(plan[RangeOf(plan, Section.Names)]);
    }

    private static Range RangeOf(ReadOnlySpan<byte> plan, Section section)
    {
        var entry = plan[(sizeof(uint) + ((int)section * 2 * sizeof(uint)))..];
        var start = BinaryPrimitives.ReadInt32LittleEndian(entry);

        return start..(start + BinaryPrimitives.ReadInt32LittleEndian(entry[sizeof(uint)..]));
    }

    // For hosts that load assemblies from memory of their own, and for big-endian machines. Lives as long as the process.
    private static byte* Copy(Stream stream, int length)
    {
        var start = (byte*)NativeMemory.Alloc((nuint)length);
        var plan = new Span<byte>(start, length);
        stream.ReadExactly(plan);

        for (var section = Section.Prefixes; section < Section.Count && !BitConverter.IsLittleEndian; section++)
        {
            if (section is not (Section.Prefixes or Section.RegionNumbers or Section.Names))
            {
                var words = MemoryMarshal.Cast<byte, ushort>(plan[RangeOf(plan, section)]);
                BinaryPrimitives.ReverseEndianness(words, words);
            }
        }

        return start;
    }
}

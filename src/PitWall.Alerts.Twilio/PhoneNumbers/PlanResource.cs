using System.Runtime.InteropServices;
using static PitWall.Alerts.Twilio.PhoneNumbers.PlanLayout;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>
/// The tables of the numbering plan, where the runtime mapped the assembly: nothing is parsed and nothing copied. Plain pointers,
/// because every wrapper around one is code to compile before a process has read its first number; what is stored in the tables
/// only ever points into them, which the tests prove state by state.
/// </summary>
internal static unsafe class PlanResource
{
    internal const string Name = "numbering-plan.bin";

    internal static readonly byte* Prefixes;
    internal static readonly CodeRecord* Codes;
    internal static readonly RegionRecord* Regions;
    internal static readonly byte* RegionNumbers;
    internal static readonly ushort* Branches;
    internal static readonly ushort* Labels;
    internal static readonly TailRecord* Tails;
    internal static readonly ushort* TailLabels;
    internal static readonly ushort* Programs;
    internal static readonly int ProgramCount;
    internal static readonly byte* Names;
    internal static readonly int NameCount;
    internal static readonly int RegionCount;

    static PlanResource()
    {
        using var stream = typeof(PlanResource).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException("The numbering plan is missing from the assembly.");
        var plan = BitConverter.IsLittleEndian && stream is UnmanagedMemoryStream mapped ? mapped.PositionPointer : Copy(stream);
        var header = (uint*)plan;

        if (header[0] != Magic)
        {
            throw new InvalidOperationException("The numbering plan has another layout.");
        }

        Prefixes = plan + header[1 + (2 * (int)Section.Prefixes)];
        Codes = (CodeRecord*)(plan + header[1 + (2 * (int)Section.Codes)]);
        Regions = (RegionRecord*)(plan + header[1 + (2 * (int)Section.Regions)]);
        RegionCount = (int)header[2 + (2 * (int)Section.Regions)] / sizeof(RegionRecord);
        RegionNumbers = plan + header[1 + (2 * (int)Section.RegionNumbers)];
        Branches = (ushort*)(plan + header[1 + (2 * (int)Section.Branches)]);
        Labels = (ushort*)(plan + header[1 + (2 * (int)Section.Labels)]);
        Tails = (TailRecord*)(plan + header[1 + (2 * (int)Section.Tails)]);
        TailLabels = (ushort*)(plan + header[1 + (2 * (int)Section.TailLabels)]);
        Programs = (ushort*)(plan + header[1 + (2 * (int)Section.Programs)]);
        ProgramCount = (int)header[2 + (2 * (int)Section.Programs)] / sizeof(ushort);
        Names = plan + header[1 + (2 * (int)Section.Names)];
        NameCount = (int)header[2 + (2 * (int)Section.Names)];
    }

    // For hosts that load assemblies from memory of their own. Lives as long as the process.
    private static byte* Copy(Stream stream)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("The numbering plan is laid out for little-endian machines.");
        }

        var plan = (byte*)NativeMemory.AlignedAlloc((nuint)stream.Length, sizeof(uint));
        stream.ReadExactly(new Span<byte>(plan, (int)stream.Length));

        return plan;
    }
}

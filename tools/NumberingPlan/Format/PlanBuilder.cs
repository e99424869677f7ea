using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using PitWall.Alerts.Twilio.PhoneNumbers;
using PitWall.Tools.NumberingPlan.Automaton;
using PitWall.Tools.NumberingPlan.Table;
using static PitWall.Alerts.Twilio.PhoneNumbers.PlanLayout;

namespace PitWall.Tools.NumberingPlan.Format;

/// <summary>Makes the plan's resource out of the table. The same table always gives the same bytes.</summary>
internal sealed class PlanBuilder
{
    private readonly byte[] _prefixes = new byte[1000];
    private readonly byte[] _regionNumbers = new byte[26 * 26];
    private readonly List<CodeRecord> _codes = [default];
    private readonly List<RegionRecord> _regions = [default];
    private readonly StringBuilder _names = new();
    private readonly StateSection _states = new();
    private readonly ProgramSection _programs = new();
    private readonly NodePool _pool = new();

    private PlanBuilder(IReadOnlyList<PlanRow> rows)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("The plan is written as it lies in memory, which must be little-endian.");
        }

        if (rows.Count > byte.MaxValue)
        {
            throw new NotSupportedException("Too many regions for a byte.");
        }

        foreach (var code in rows.Select((row, index) => (Row: row, Number: index + 1)).GroupBy(entry => entry.Row.CallingCode))
        {
            AddCode([.. code]);
        }

        _states.LayOut();
    }

    internal static byte[] Build(IReadOnlyList<PlanRow> rows) => new PlanBuilder(rows).Write();

    private void AddCode(IReadOnlyList<(PlanRow Row, int Number)> regions)
    {
        var main = regions[0];
        var code = _codes.Count;
        var digits = $"{main.Row.CallingCode}";
        var start = _states.Number(new CodeAutomaton([.. regions.Select(region => region.Row)], [.. regions.Select(region => region.Number)], _pool).Build());
        _codes.Add(new CodeRecord
        {
            Code = (ushort)main.Row.CallingCode,
            Digits = (ushort)digits.Length,
            Start = start,
            MainRegion = (ushort)main.Number,
            Regions = (ushort)regions.Count,
        });
        AddPrefix(main.Row.CallingCode, digits.Length, checked((byte)code));

        foreach (var (row, number) in regions)
        {
            AddRegion(row, number, code, row.IsMain ? start : GeneralStart(row));
        }
    }

    private void AddPrefix(int callingCode, int digits, byte code)
    {
        var prefixes = (int)Math.Pow(10, 3 - digits);

        foreach (ref var prefix in _prefixes.AsSpan(callingCode * prefixes, prefixes))
        {
            prefix = prefix == 0 ? code : throw new NotSupportedException($"+{callingCode} starts like another code.");
        }
    }

    // Only a code's main region has its general pattern in the code's own automaton.
    private ushort GeneralStart(PlanRow row) =>
        _states.Number(new CodeAutomaton([row with { Kinds = [] }], [0], _pool).Build());

    private void AddRegion(PlanRow row, int number, int code, ushort generalStart)
    {
        var isTwoLetters = char.IsAsciiLetterUpper(row.Region[0]);
        var (international, internationalFirst) = _programs.AddPattern(row.InternationalPrefix);
        var (national, nationalFirst) = _programs.AddPattern(row.NationalPrefix);

        if (isTwoLetters)
        {
            _regionNumbers[((row.Region[0] - 'A') * 26) + row.Region[1] - 'A'] = (byte)number;
        }

        _regions.Add(new RegionRecord
        {
            Lengths = (uint)row.Lengths,
            LocalLengths = (uint)row.LocalLengths,
            Number = (ushort)number,
            Letters = (ushort)(isTwoLetters ? row.Region[0] << 8 | row.Region[1] : NonGeographicId),
            Code = (ushort)code,
            GeneralStart = generalStart,
            InternationalFirst = internationalFirst,
            InternationalPrefix = international,
            NationalFirst = nationalFirst,
            NationalPrefix = national,
            Transform = _programs.AddTransform(row.Transform),
            NameStart = checked((ushort)_names.Length),
            NameLength = (ushort)row.Name.Length,
        });
        _names.Append(row.Name);
    }

    private byte[] Write()
    {
        byte[][] sections =
        [
            _prefixes, Bytes(_codes), Bytes(_regions), _regionNumbers, Bytes(_states.Branches), Bytes(_states.Labels),
            Bytes(_states.Tails), Bytes(_states.TailLabels), Bytes(_programs.Words), Encoding.ASCII.GetBytes(_names.ToString()),
        ];
        var header = new byte[HeaderBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        using var plan = new MemoryStream();
        plan.Write(new byte[HeaderBytes]);

        for (var section = 0; section < (int)Section.Count; section++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4 + (section * 8)), (uint)plan.Position);
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8 + (section * 8)), (uint)sections[section].Length);
            plan.Write(sections[section]);
            plan.Write(new byte[-plan.Length & 3]);
        }

        plan.Position = 0;
        plan.Write(header);

        return plan.ToArray();
    }

    private static byte[] Bytes<T>(List<T> records)
        where T : unmanaged => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(records)).ToArray();
}

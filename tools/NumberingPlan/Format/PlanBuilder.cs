using System.Buffers.Binary;
using System.Text;
using PitWall.Tools.NumberingPlan.Automaton;
using PitWall.Tools.NumberingPlan.Table;
using static PitWall.Alerts.Twilio.PhoneNumbers.PlanLayout;

namespace PitWall.Tools.NumberingPlan.Format;

/// <summary>Makes the plan's resource out of the table. The same table always gives the same bytes.</summary>
internal sealed class PlanBuilder
{
    private readonly byte[] _prefixes = new byte[1000];
    private readonly byte[] _regionNumbers = new byte[26 * 26];
    private readonly List<ushort> _codes = [.. new ushort[(int)CodeField.Count]];
    private readonly List<ushort> _regions = [.. new ushort[(int)RegionField.Count]];
    private readonly StringBuilder _names = new();
    private readonly StateSection _states = new();
    private readonly ProgramSection _programs = new();
    private readonly NodePool _pool = new();

    private PlanBuilder(IReadOnlyList<PlanRow> rows)
    {
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
        var code = _codes.Count / (int)CodeField.Count;
        var digits = $"{main.Row.CallingCode}";
        var start = _states.Number(new CodeAutomaton([.. regions.Select(region => region.Row)], [.. regions.Select(region => region.Number)], _pool).Build());
        _codes.AddRange([(ushort)main.Row.CallingCode, (ushort)digits.Length, start, (ushort)main.Number, (ushort)regions.Count]);

        var prefixes = (int)Math.Pow(10, 3 - digits.Length);

        foreach (ref var prefix in _prefixes.AsSpan(main.Row.CallingCode * prefixes, prefixes))
        {
            prefix = prefix == 0 ? checked((byte)code) : throw new NotSupportedException($"+{digits} starts like another code.");
        }

        foreach (var (row, number) in regions)
        {
            AddRegion(row, number, code, row.IsMain ? start : GeneralStart(row));
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

        _regions.AddRange(
        [
            (ushort)(isTwoLetters ? row.Region[0] << 8 | row.Region[1] : NonGeographicId),
            (ushort)code,
            generalStart,
            (ushort)row.Lengths,
            (ushort)(row.Lengths >> 16),
            (ushort)row.LocalLengths,
            (ushort)(row.LocalLengths >> 16),
            internationalFirst,
            international,
            nationalFirst,
            national,
            _programs.AddTransform(row.Transform),
            checked((ushort)_names.Length),
            (ushort)row.Name.Length,
        ]);
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

    private static byte[] Bytes(List<ushort> words)
    {
        var bytes = new byte[words.Count * 2];

        for (var i = 0; i < words.Count; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(i * 2), words[i]);
        }

        return bytes;
    }
}

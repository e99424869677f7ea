using System.Numerics;
using PitWall.Alerts.Twilio.PhoneNumbers;
using PitWall.Tools.NumberingPlan.Table;

namespace PitWall.Alerts.Twilio.Tests.PhoneNumbers;

/// <summary>The reader follows the plan's own numbers through unchecked pointers; here each of them is checked.</summary>
public sealed unsafe class NumberingPlanIntegrityTests
{
    private static readonly (int Start, int Length)[] Sections = ReadHeader();

    [Fact]
    public void States_WhereverTheyLead_ArePartOfThePlan()
    {
        var branches = Count(PlanLayout.Section.Labels, sizeof(ushort));
        var tails = Count(PlanLayout.Section.Tails, sizeof(TailRecord));

        Sections[(int)PlanLayout.Section.Branches].Length.Should().Be(branches * 10 * sizeof(ushort));

        for (var i = 0; i < branches * 10; i++)
        {
            IsState(PlanResource.Branches[i], branches, tails).Should().BeTrue();
        }
    }

    [Fact]
    public void Labels_OfEveryState_NameRegionsAndKindsOfThePlan()
    {
        for (var i = 0; i < Count(PlanLayout.Section.Labels, sizeof(ushort)); i++)
        {
            IsLabel(PlanResource.Labels[i]).Should().BeTrue();
        }

        for (var i = 0; i < Count(PlanLayout.Section.TailLabels, sizeof(ushort)); i++)
        {
            IsLabel(PlanResource.TailLabels[i]).Should().BeTrue();
        }

        for (var i = 0; i < Count(PlanLayout.Section.Tails, sizeof(TailRecord)); i++)
        {
            var tail = PlanResource.Tails[i];
            (tail.Labels + BitOperations.PopCount(tail.Lengths)).Should().BeLessThanOrEqualTo((uint)Count(PlanLayout.Section.TailLabels, sizeof(ushort)));
        }
    }

    [Fact]
    public void Records_WhateverTheyName_ArePartOfThePlan()
    {
        var codes = Count(PlanLayout.Section.Codes, sizeof(CodeRecord));
        var branches = Count(PlanLayout.Section.Labels, sizeof(ushort));
        var tails = Count(PlanLayout.Section.Tails, sizeof(TailRecord));

        for (var code = 0; code < codes; code++)
        {
            var record = PlanResource.Codes[code];
            IsState(record.Start, branches, tails).Should().BeTrue();
            ((int)record.MainRegion).Should().BeLessThan(PlanResource.RegionCount);
        }

        for (var region = 0; region < PlanResource.RegionCount; region++)
        {
            var record = PlanResource.Regions[region];
            IsState(record.GeneralStart, branches, tails).Should().BeTrue();
            ((int)record.Code).Should().BeLessThan(codes);
            ((int)record.Number).Should().Be(region);
            (record.NameStart + record.NameLength).Should().BeLessThanOrEqualTo(PlanResource.NameCount);
            Math.Max(record.InternationalPrefix, Math.Max(record.NationalPrefix, record.Transform)).Should().BeLessThan((ushort)PlanResource.ProgramCount);
        }

        Enumerable.Range(0, 1000).All(prefix => PlanResource.Prefixes[prefix] < codes).Should().BeTrue();
        Enumerable.Range(0, 26 * 26).All(letters => PlanResource.RegionNumbers[letters] < PlanResource.RegionCount).Should().BeTrue();
    }

    [Fact]
    public void Regions_OfTheTable_AreAllFound()
    {
        var rows = PlanTable.Read(Repository.PathOf("tools/NumberingPlan/numbering-plan.tsv"));

        foreach (var row in rows.Where(row => row.Region != "001"))
        {
            ref readonly var region = ref NumberingPlan.Region(NumberingPlan.RegionOf(row.Region));

            region.Id.Should().Be(row.Region);
            region.Name.Should().Be(row.Name);
            ((int)NumberingPlan.Code(region.Code).Code).Should().Be(row.CallingCode);
        }

        rows.Count(row => row.Region != "001").Should().Be(245);
        rows.Count(row => row.Region == "001").Should().Be(9);
    }

    private static bool IsState(int state, int branches, int tails) =>
        (state & PlanLayout.TailBit) == 0 ? state < branches : (state & ~PlanLayout.TailBit) < tails;

    private static bool IsLabel(int label) =>
        label >> PlanLayout.RegionShift < PlanResource.RegionCount && Enum.IsDefined((PhoneNumberKind)(label >> PlanLayout.KindShift & PlanLayout.KindMask));

    private static int Count(PlanLayout.Section section, int size)
    {
        var length = Sections[(int)section].Length;
        (length % size).Should().Be(0);

        return length / size;
    }

    private static (int Start, int Length)[] ReadHeader()
    {
        using var stream = typeof(E164PhoneNumber).Assembly.GetManifestResourceStream(PlanResource.Name)!;
        using var reader = new BinaryReader(stream);
        reader.ReadUInt32().Should().Be(PlanLayout.Magic);

        return [.. Enumerable.Range(0, (int)PlanLayout.Section.Count).Select(_ => (reader.ReadInt32(), reader.ReadInt32()))];
    }
}

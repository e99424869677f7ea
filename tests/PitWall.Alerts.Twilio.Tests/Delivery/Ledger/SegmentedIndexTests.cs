using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Ledger;

public class SegmentedIndexTests
{
    private const int Segments = 3;
    private const int SegmentLength = 20;

    private readonly SegmentedIndex _sut = new(Segments, SegmentLength);

    [Fact]
    public void Of_SlotsThatComeAndGo_AreThoseOfTheirSegmentAndHashNewestFirst()
    {
        var random = new Random(3);
        var model = new List<(int Hash, int Slot)>();
        for (var step = 0; step < 20_000; step++)
        {
            var slot = random.Next(Segments * SegmentLength);
            var at = model.FindIndex(m => m.Slot == slot);
            if (at < 0)
            {
                model.Add((random.Next(-20, 20), slot));
                _sut.Add(model[^1].Hash, slot);
            }
            else if (random.Next(20) > 0)
            {
                _sut.Remove(model[at].Hash, slot);
                model.RemoveAt(at);
            }
            else
            {
                _sut.Clear(slot / SegmentLength);
                model.RemoveAll(m => m.Slot / SegmentLength == slot / SegmentLength);
            }

            var hash = random.Next(-20, 20);
            var segment = random.Next(Segments);
            Of(segment, hash).Where(s => model.Contains((hash, s))).Should().Equal(
                model.Where(m => m.Hash == hash && m.Slot / SegmentLength == segment).Select(m => m.Slot).Reverse(), "at step {0}", step);
            Of(segment, hash).Select(s => s / SegmentLength).Distinct().Should().BeSubsetOf([segment]);
        }
    }

    [Fact]
    public void Remove_SlotThatWasNotAdded_RemovesNothing()
    {
        _sut.Add(hash: 5, slot: 1);

        _sut.Remove(hash: 5, slot: 2);

        Of(0, 5).Should().Equal(1);
    }

    [Fact]
    public void Add_TheLastSlotOfTheLongestSegment_IsFound()
    {
        var sut = new SegmentedIndex(2, 65_534);

        sut.Add(hash: 5, slot: 65_533);
        sut.Add(hash: 5, slot: 131_067);

        sut.First(0, 5).Should().Be(65_533);
        sut.First(1, 5).Should().Be(131_067);
    }

    private List<int> Of(int segment, int hash)
    {
        var slots = new List<int>();
        for (var slot = _sut.First(segment, hash); slot >= 0; slot = _sut.Next(slot))
            slots.Add(slot);

        return slots;
    }
}

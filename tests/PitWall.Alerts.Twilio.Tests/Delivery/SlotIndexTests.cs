using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

public class SlotIndexTests
{
    private const int Slots = 64;

    private readonly SlotIndex _sut = new(Slots);

    [Fact]
    public void Of_SlotsThatComeAndGo_AreThoseOfTheirHashNewestFirst()
    {
        var random = new Random(3);
        var model = new List<(int Hash, int Slot)>();
        for (var step = 0; step < 20_000; step++)
        {
            var slot = random.Next(Slots);
            var at = model.FindIndex(m => m.Slot == slot);
            if (at < 0)
            {
                model.Add((random.Next(-20, 20), slot));
                _sut.Add(model[^1].Hash, slot);
            }
            else
            {
                _sut.Remove(model[at].Hash, slot);
                model.RemoveAt(at);
            }

            var hash = random.Next(-20, 20);
            Of(hash).Where(s => model.Contains((hash, s))).Should().Equal(
                model.Where(m => m.Hash == hash).Select(m => m.Slot).Reverse(), "at step {0}", step);
        }
    }

    [Fact]
    public void Remove_SlotThatWasNotAdded_RemovesNothing()
    {
        _sut.Add(hash: 5, slot: 1);

        _sut.Remove(hash: 5, slot: 2);

        Of(5).Should().Equal(1);
    }

    private IEnumerable<int> Of(int hash)
    {
        for (var slot = _sut.First(hash); slot >= 0; slot = _sut.Next(slot))
            yield return slot;
    }
}

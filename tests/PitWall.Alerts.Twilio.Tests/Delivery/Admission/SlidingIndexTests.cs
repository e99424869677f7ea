using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Admission;

public class SlidingIndexTests
{
    private const int Length = 50;

    private readonly SlidingIndex _sut = new(Length);

    [Fact]
    public void Of_WindowThatSlides_AreThePlacesOfTheirHashNewestFirst()
    {
        // Those of one remainder share a chain, and those of one quotient a mark.
        var hashes = Enumerable.Range(0, 12).Select(i => ((ulong)i % 3) | (((ulong)i / 3) << 45)).ToArray();
        var random = new Random(4);
        var model = new List<(ulong Hash, long Place)>();
        var (oldest, next) = (0L, 0L);
        for (var step = 0; step < 50_000; step++)
        {
            switch (random.Next(5))
            {
                case 0 when oldest < next:
                    oldest++;
                    break;
                case 1 when model.Count > 0:
                    var removed = model[random.Next(model.Count)];
                    _sut.Remove(removed.Hash, removed.Place);
                    model.Remove(removed);
                    break;
                default:
                    oldest = Math.Max(oldest, next - Length + 1);
                    model.Add((hashes[random.Next(hashes.Length)], next));
                    _sut.Add(model[^1].Hash, next++);
                    break;
            }

            model.RemoveAll(m => m.Place < oldest);
            var hash = hashes[random.Next(hashes.Length)];
            Of(hash, oldest).Should().Equal(model.Where(m => m.Hash == hash).Select(m => m.Place).Reverse(), "at step {0}", step);
        }
    }

    [Fact]
    public void Remove_ThePlaceIsGivenAgain_LeavesTheOthersOfItsChain()
    {
        _sut.Add(hash: 1, place: 0);
        _sut.Add(hash: 1, place: 1);
        _sut.Remove(hash: 1, place: 1);

        _sut.Add(hash: 2, place: 1);

        Of(1, oldest: 0).Should().Equal(0);
        Of(2, oldest: 0).Should().Equal(1);
    }

    private List<long> Of(ulong hash, long oldest)
    {
        var places = new List<long>();
        for (var place = _sut.First(hash, oldest); place >= 0; place = _sut.Next(place, hash, oldest))
            places.Add(place);

        return places;
    }
}

using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Tests.Api;

public class UnderWayTableTests
{
    private readonly UnderWayTable<string> _sut = new();

    [Fact]
    public void Add_ThingsThatComeAndGo_AreFoundAtTheirPlaces()
    {
        var random = new Random(5);
        var model = new Dictionary<int, string>();
        for (var step = 0; step < 20_000; step++)
        {
            if (random.Next(3) > 0 || model.Count == 0)
            {
                var item = $"item {step}";
                model.Add(_sut.Add(item), item);
            }
            else
            {
                var place = model.Keys.ElementAt(random.Next(model.Count));
                _sut.Remove(place);
                model.Remove(place);
                _sut[place].Should().BeNull();
            }

            if (model.Count > 200)
                RemoveAll();
        }

        foreach (var (place, item) in model)
            _sut[place].Should().BeSameAs(item);

        _sut.Count.Should().Be(model.Count);
        _sut.Places.ToArray().Where(item => item is not null).Should().BeEquivalentTo(model.Values);

        void RemoveAll()
        {
            foreach (var place in model.Keys)
                _sut.Remove(place);

            model.Clear();
        }
    }

    [Fact]
    public void Remove_PlaceNought_FreesNothing()
    {
        _sut.Remove(0);

        _sut[0].Should().BeNull();
        _sut.Add("first").Should().Be(1);
        _sut.Add("second").Should().Be(2);
    }
}

using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Admission;

public class TextRingTests
{
    private readonly TextRing _sut = new();

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(5_000)]
    public void Holds_TheTextThatWasAdded_AndNoOther(int length)
    {
        var text = new string('x', length);
        var at = _sut.Next;
        var kept = _sut.Add(text);

        _sut.Holds(at, kept, text).Should().BeTrue();
        _sut.Holds(at, kept, text + "x").Should().BeFalse();
        _sut.Holds(at, kept, text + new string('y', 300)).Should().BeFalse();
        if (length > 0)
            _sut.Holds(at, kept, text[1..] + "y").Should().BeFalse();
    }

    [Fact]
    public void Holds_TextAsLongAsAHash_IsNotTheLongOne()
    {
        var at = _sut.Next;
        var kept = _sut.Add(new string('x', 1_000));

        _sut.Holds(at, kept, new string('x', 16)).Should().BeFalse();
    }

    [Fact]
    public void Add_TextsThatComeAndGo_AreRememberedWhereverTheyLie()
    {
        var random = new Random(11);
        var kept = new Queue<(long At, int Length, string Text)>();
        for (var step = 0; step < 20_000; step++)
        {
            var text = new string((char)('a' + random.Next(26)), random.Next(400)) + step;
            var at = _sut.Next;
            kept.Enqueue((at, _sut.Add(text), text));
            while (kept.Count > random.Next(200))
            {
                kept.Dequeue();
                _sut.ForgetUpTo(kept.TryPeek(out var oldest) ? oldest.At : _sut.Next);
            }

            if (kept.Count > 0)
            {
                var any = kept.ElementAt(random.Next(kept.Count));
                _sut.Holds(any.At, any.Length, any.Text).Should().BeTrue("at step {0}", step);
            }
        }
    }

    [Fact]
    public void ForgetFrom_TheLatest_GivesItsPlaceToTheNext()
    {
        _sut.Add("first");
        var at = _sut.Next;
        _sut.Add("second");

        _sut.ForgetFrom(at);
        var kept = _sut.Add("third");

        _sut.Holds(at, kept, "third").Should().BeTrue();
        _sut.Holds(0, 5, "first").Should().BeTrue();
    }
}

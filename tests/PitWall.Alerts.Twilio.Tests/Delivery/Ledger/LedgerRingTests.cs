using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Ledger;

public class LedgerRingTests
{
    private readonly LedgerRing _sut = new();

    [Fact]
    public void Enter_FewerAreRememberedFromNowOn_GivesTheMemoryBack()
    {
        for (var i = 0; i < 1_000; i++)
            Enter(i, atMost: 1_000);
        _sut.Length.Should().Be(1_000, "no more than is needed");
        while (_sut.Count > 9)
            _sut.Forget();

        Enter(1_000, atMost: 10);

        _sut.Length.Should().Be(64);
        for (var i = 991; i <= 1_000; i++)
            _sut[_sut.Find(Id(i))].Id.Should().Be(Id(i));
        _sut.Find(Id(990)).Should().Be(-1);
    }

    [Theory]
    [InlineData(64, 1_000, 64)]
    [InlineData(65, 1_000, 128)]
    [InlineData(65, 100, 100)]
    [InlineData(129, 1_000, 256)]
    public void Enter_OneByOne_TakesMemoryAsItIsNeeded(int count, int atMost, int length)
    {
        for (var i = 0; i < count; i++)
            Enter(i, atMost);

        _sut.Length.Should().Be(length);
    }

    [Fact]
    public void FindSid_SeveralHaveIt_IsOneOfThemAndNobodyOnceThatIsForgotten()
    {
        var sid = CompactText.Of("SM00000000000000000000000000000001");
        var (first, second) = (Enter(1, atMost: 100), Enter(2, atMost: 100));
        for (var i = 3; i < 40; i++)
            Enter(i, atMost: 100);
        _sut.Identify(second, sid);
        _sut.Identify(first, sid);
        _sut.FindSid(sid).Should().BeOneOf(first, second);

        _sut.Forget();
        _sut.FindSid(sid).Should().Be(second);
        _sut.Forget();

        _sut.FindSid(sid).Should().Be(-1);
        _sut.Find(Id(2)).Should().Be(-1);
        _sut.Find(Id(3)).Should().Be(2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    [InlineData(1_000)]
    public void Find_RoundAndRound_FindsAllThatAreRememberedAndNoOthers(int capacity)
    {
        var entered = (5 * capacity) + 300;
        for (var i = 0; i < entered; i++)
        {
            while (_sut.Count >= capacity)
                _sut.Forget();

            Enter(i, capacity).Should().Be(i);

            // Answers come a little later, and not all of them.
            if (i >= 3 && i % 5 != 0 && _sut.Holds(i - 3))
                _sut.Identify(i - 3, Sid(i - 3));

            if (i % 97 == 0 || i > entered - 3)
                LookForAll(i);
        }

        _sut.Length.Should().Be(Math.Max(capacity, 64));

        void LookForAll(int newest)
        {
            for (var i = 0; i <= newest; i++)
            {
                _sut.Find(Id(i)).Should().Be(_sut.Holds(i) ? i : -1);
                var hasSid = _sut.Holds(i) && _sut[i].Sid.HasValue;
                _sut.FindSid(Sid(i)).Should().Be(hasSid ? i : -1);
            }
        }
    }

    [Fact]
    public void Identify_AnotherSid_IsFoundByTheLatterOnly()
    {
        for (var i = 0; i < 100; i++)
            _sut.Identify(Enter(i, atMost: 100), Sid(i));

        _sut.Identify(50, Sid(1_000));

        _sut.FindSid(Sid(50)).Should().Be(-1);
        _sut.FindSid(Sid(1_000)).Should().Be(50);
        _sut.FindSid(Sid(49)).Should().Be(49);
    }

    [Fact]
    public void Holds_AnyPlace_IsWhetherItIsRemembered()
    {
        Enter(0, atMost: 10);
        Enter(1, atMost: 10);
        _sut.Forget();

        _sut.Holds(-1).Should().BeFalse();
        _sut.Holds(0).Should().BeFalse();
        _sut.Holds(1).Should().BeTrue();
        _sut.Holds(2).Should().BeFalse();
    }

    private static CompactText Sid(int i) => CompactText.Of($"SM{i:x32}");

    private long Enter(int i, int atMost) => _sut.Enter(new AlertFacts { Id = Id(i) }, atMost);

    private static CompactText Id(int i) => CompactText.Of($"alert-{i}");
}

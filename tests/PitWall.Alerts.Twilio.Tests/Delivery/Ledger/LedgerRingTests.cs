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

    private long Enter(int i, int atMost) => _sut.Enter(new AlertFacts { Id = Id(i) }, atMost);

    private static CompactText Id(int i) => CompactText.Of($"alert-{i}");
}

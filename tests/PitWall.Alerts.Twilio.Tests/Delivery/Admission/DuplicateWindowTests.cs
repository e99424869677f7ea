using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Admission;

public class DuplicateWindowTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly SentAlert Sent = new(Place: 7, AlertOutcome.Unknown);

    private readonly ManualTimeProvider _clock = new();
    private readonly DuplicateWindow _sut;

    public DuplicateWindowTests() => _sut = new DuplicateWindow(_clock);

    private long Now => _clock.GetTimestamp();

    [Fact]
    public void Hold_MoreThanItsCapacity_LetsTheOldestGo()
    {
        Hold(0);
        for (var i = 1; i <= 20_000; i++)
            Hold(i);

        _sut.Count.Should().Be(20_000);
        _sut.HolderOf(Key(0), Band.Medium, Now).Should().BeNull();
        _sut.HolderOf(Key(20_000), Band.Medium, Now).Should().NotBeNull();
    }

    [Fact]
    public void Hold_QueueLargerThanThat_RemembersAllThatCanBeUnderWay()
    {
        Hold(0, underWay: 15_000);
        for (var i = 1; i < 30_000; i++)
            Hold(i, underWay: 15_000);

        _sut.HolderOf(Key(0), Band.Medium, Now).Should().NotBeNull();
        _sut.Count.Should().Be(30_000);
    }

    [Fact]
    public void Hold_QueuesOfAllChannelsFull_RemembersAllThatWait()
    {
        for (var i = 0; i < 30_000; i++)
            Hold(i, underWay: 10_000);

        _sut.HolderOf(Key(0), Band.Medium, Now).Should().NotBeNull();
    }

    [Fact]
    public void Hold_AfterWindowsHavePassed_ForgetsThem()
    {
        for (var i = 0; i < 100; i++)
        {
            var place = Hold(i);
            _sut.End(place, Sent);
        }

        _clock.Advance(Window);
        Hold(100);

        _sut.Count.Should().Be(1);
    }

    [Fact]
    public void HolderOf_MoreUrgentOneWhoseWindowHasPassed_IsTheOneThatStillWaits()
    {
        var waiting = Jobs.Make(_clock);
        _sut.Hold(Key(0), waiting, Window, underWay: 1, Now);
        var urgent = _sut.Hold(Key(0), Jobs.Make(_clock, Band.High), Window, underWay: 1, Now);
        _sut.End(urgent, Sent);

        _clock.Advance(Window);

        _sut.HolderOf(Key(0), Band.Medium, Now)!.Value.Job.Should().BeSameAs(waiting);
        _sut.HolderOf(Key(0), Band.High, Now).Should().BeNull();
    }

    [Fact]
    public void Release_OneWhoseKeyWasTakenOver_LeavesTheNewHolder()
    {
        var older = Hold(0);
        var job = Jobs.Make(_clock, phone: Jobs.PhoneNumber(0));
        _sut.Hold(Key(0), job, Window, underWay: 1, Now);

        _sut.Release(older);

        _sut.HolderOf(Key(0), Band.Medium, Now)!.Value.Job.Should().BeSameAs(job);
    }

    [Fact]
    public void Release_OneThatWasForgottenLongAgo_TouchesNobodysSlot()
    {
        var first = Hold(0);
        for (var i = 1; i <= 40_000; i++)
            Hold(i);

        _sut.Release(first);
        _sut.End(first, Sent);

        _sut.Count.Should().Be(20_000);
        for (var i = 20_001; i <= 40_000; i++)
            _sut.HolderOf(Key(i), Band.Medium, Now)!.Value.Job!.Recipient.Should().Be(Jobs.PhoneNumber(i));
    }

    [Fact]
    public void Release_MoreUrgentOneThatWasNotSent_GivesTheKeyBackToWhatWas()
    {
        var sent = Hold(0);
        _sut.End(sent, Sent);
        var first = _sut.Hold(Key(0), Jobs.Make(_clock, Band.High), Window, underWay: 1, Now);
        var second = _sut.Hold(Key(0), Jobs.Make(_clock, Band.Critical), Window, underWay: 1, Now);

        _sut.Release(first);
        _sut.Release(second);

        _sut.HolderOf(Key(0), Band.Medium, Now)!.Value.Sent.Should().NotBeNull();
        _clock.Advance(Window);
        _sut.HolderOf(Key(0), Band.Medium, Now).Should().BeNull();
    }

    [Fact]
    public void Release_ManyThatWereNotSent_PushNobodyOut()
    {
        _sut.End(Hold(0), Sent);

        for (var i = 1; i <= 40_000; i++)
            _sut.Release(Hold(i));

        _sut.Count.Should().Be(1);
        _sut.HolderOf(Key(0), Band.Medium, Now).Should().NotBeNull();
    }

    [Fact]
    public void HolderOf_AnyRowOfSteps_IsWhatAModelSays()
    {
        var random = new Random(7);
        var model = new Dictionary<int, List<(long Place, bool IsSent, long Until)>>();
        var open = new List<(int Key, long Place)>();
        for (var step = 0; step < 20_000; step++)
        {
            var key = random.Next(40);
            switch (random.Next(4))
            {
                case 0 or 1:
                    var place = Hold(key);
                    (model.TryGetValue(key, out var held) ? held : model[key] = []).Add((place, false, long.MaxValue));
                    open.Add((key, place));
                    break;
                case 2 when open.Count > 0:
                    var ending = open[random.Next(open.Count)];
                    open.Remove(ending);
                    _sut.End(ending.Place, Sent);
                    Replace(ending, (ending.Place, true, _clock.GetTimestamp() + Window.Ticks));
                    break;
                case 3 when open.Count > 0:
                    var released = open[random.Next(open.Count)];
                    open.Remove(released);
                    _sut.Release(released.Place);
                    Replace(released, null);
                    break;
            }

            _clock.Advance(TimeSpan.FromMilliseconds(random.Next(200)));
            var expected = model.TryGetValue(key, out var holders) && holders.Exists(h => h.Until > _clock.GetTimestamp());

            _sut.HolderOf(Key(key), Band.Medium, Now).HasValue.Should().Be(expected, "at step {0}", step);
        }

        void Replace((int Key, long Place) one, (long Place, bool IsSent, long Until)? by)
        {
            var at = model[one.Key].FindIndex(h => h.Place == one.Place && !h.IsSent);
            model[one.Key].RemoveAt(at);
            if (by is { } sent)
                model[one.Key].Insert(at, sent);
        }
    }

    [Fact]
    public void Release_TheHolder_FreesItsKey()
    {
        var place = Hold(0);

        _sut.Release(place);

        _sut.HolderOf(Key(0), Band.Medium, Now).Should().BeNull();
    }

    [Fact]
    public void End_UntilTheWindowIsOver_IsHeldByWhatWasSentAndNotByTheAlert()
    {
        var job = Jobs.Make(_clock);
        _sut.End(_sut.Hold(Key(0), job, Window, underWay: 1, Now), Sent);

        _clock.Advance(Window - TimeSpan.FromTicks(1));
        var holder = _sut.HolderOf(Key(0), Band.Medium, Now)!.Value;
        holder.Job.Should().BeNull();
        holder.Sent.Should().Be(Sent);
        _clock.Advance(TimeSpan.FromTicks(1));

        _sut.HolderOf(Key(0), Band.Medium, Now).Should().BeNull();
    }

    [Theory]
    [InlineData(Band.High, false)]
    [InlineData(Band.Medium, true)]
    [InlineData(Band.Low, true)]
    internal void HolderOf_AnotherUrgency_IsHeldAgainstWhatIsNotMoreUrgent(Band band, bool isHeld)
    {
        Hold(0);

        _sut.HolderOf(Key(0), band, Now).HasValue.Should().Be(isHeld);
    }

    [Fact]
    public void Hold_AnOlderOneStillUnderWay_KeepsThoseBehindIt()
    {
        Hold(0);
        _sut.End(Hold(1), Sent);
        _clock.Advance(Window);

        Hold(2);

        _sut.Count.Should().Be(3, "they leave in their order");
        _sut.HolderOf(Key(1), Band.Medium, Now).Should().BeNull("but what is over holds nothing");
    }

    private long Hold(int i, int underWay = 1) =>
        _sut.Hold(Key(i), Jobs.Make(_clock, phone: Jobs.PhoneNumber(i)), Window, underWay, Now);

    // Of one hash, so that they share a chain.
    private static UInt128 Key(int i) => new((ulong)i, 7);
}

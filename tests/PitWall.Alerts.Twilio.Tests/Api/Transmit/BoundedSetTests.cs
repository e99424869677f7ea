using FsCheck;
using FsCheck.Fluent;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Tests.Api.Transmit;

public class BoundedSetTests
{
    private const int Capacity = 4;

    [Fact]
    public void Add_BeyondCapacity_ForgetsTheOldest()
    {
        var sut = new BoundedSet<int>(Capacity);
        for (var i = 0; i < 6; i++)
            sut.Add(i).Should().BeTrue();

        Enumerable.Range(0, 6).Where(sut.Contains).Should().Equal(2, 3, 4, 5);
    }

    [Fact]
    public void Add_Twice_IsRefusedTheSecondTime()
    {
        var sut = new BoundedSet<int>(Capacity);

        sut.Add(1).Should().BeTrue();
        sut.Add(1).Should().BeFalse();
    }

    [Fact]
    public void Add_AnythingInAnyOrder_AgreesWithAListOfTheLatest() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<(byte Item, bool Remove)[]>(),
            steps =>
            {
                var sut = new BoundedSet<int>(Capacity);
                var members = new HashSet<int>();
                foreach (var (item, remove) in steps)
                {
                    var i = item % 8;
                    if (remove)
                    {
                        sut.Remove(i);
                        members.Remove(i);
                        continue;
                    }

                    if (sut.Add(i) == members.Contains(i))
                        return false;

                    members.Add(i);
                    members.RemoveWhere(m => !sut.Contains(m));
                    if (!sut.Contains(i) || members.Count > Capacity)
                        return false;
                }

                return true;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Add_FromManyThreads_GivesEachItemToOne()
    {
        var sut = new BoundedSet<int>(10_000);
        var won = 0;

        Parallel.For(0, 20_000, i =>
        {
            if (sut.Add(i / 4))
                Interlocked.Increment(ref won);
        });

        won.Should().Be(5_000);
    }
}

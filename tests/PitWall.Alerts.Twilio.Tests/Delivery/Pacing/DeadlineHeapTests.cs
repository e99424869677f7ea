using FsCheck;
using FsCheck.Fluent;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Pacing;

public class DeadlineHeapTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void First_AnyJoinsAndLeaves_IsTheEarliestDeadline() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<(ushort Minutes, bool Leaves)[]>(),
            steps =>
            {
                var sut = new DeadlineHeap();
                var waiting = new List<AlertJob>();
                foreach (var (minutes, leaves) in steps)
                {
                    if (leaves && waiting.Count > 0)
                    {
                        var gone = waiting[minutes % waiting.Count];
                        waiting.Remove(gone);
                        sut.Remove(gone);
                    }
                    else
                    {
                        var job = Jobs.Make(_clock, validFor: TimeSpan.FromMinutes(minutes));
                        waiting.Add(job);
                        sut.Add(job);
                    }

                    if (sut.First?.Deadline != (waiting.Count > 0 ? waiting.Min(j => j.Deadline) : null) || sut.Count != waiting.Count)
                        return false;
                }

                return true;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void First_HundredsThatLeaveFromAnywhere_ComeInTheOrderOfTheirDeadlines()
    {
        var random = new Random(17);
        var sut = new DeadlineHeap();
        var waiting = Enumerable.Range(0, 500).Select(_ => Jobs.Make(_clock, validFor: TimeSpan.FromSeconds(random.Next(1, 10_000)))).ToList();
        waiting.ForEach(sut.Add);
        for (var i = 0; i < 200; i++)
        {
            var gone = waiting[random.Next(waiting.Count)];
            waiting.Remove(gone);
            sut.Remove(gone);
        }

        foreach (var deadline in waiting.Select(job => job.Deadline).Order())
        {
            sut.First!.Deadline.Should().Be(deadline);
            sut.Remove(sut.First);
        }

        sut.Count.Should().Be(0);
    }

    [Fact]
    public void Remove_OneThatIsNotIn_DoesNothing()
    {
        var sut = new DeadlineHeap();
        var job = Jobs.Make(_clock);
        sut.Add(job);
        sut.Remove(job);

        sut.Remove(job);

        sut.Count.Should().Be(0);
        sut.First.Should().BeNull();
    }
}

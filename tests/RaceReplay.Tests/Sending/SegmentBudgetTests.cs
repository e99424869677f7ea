using RaceReplay.Sending;

namespace RaceReplay.Tests.Sending;

public sealed class SegmentBudgetTests
{
    [Fact]
    public async Task SetAside_NoBudget_AlwaysAllows() => (await new SegmentBudget(null).SetAsideAsync(1_000_000)).Should().BeTrue();

    [Fact]
    public async Task SetAside_BudgetSpent_Refuses()
    {
        var sut = new SegmentBudget(2);

        for (var i = 0; i < 2; i++)
        {
            (await sut.SetAsideAsync(1)).Should().BeTrue();
            sut.Settle(1, spent: 1);
        }

        (await sut.SetAsideAsync(1)).Should().BeFalse();
    }

    [Fact]
    public async Task SetAside_WorstCaseUnderWay_WaitsForWhatComesBack()
    {
        var sut = new SegmentBudget(3);
        await sut.SetAsideAsync(3);

        var second = sut.SetAsideAsync(1);
        second.IsCompleted.Should().BeFalse();
        sut.Settle(3, spent: 1);

        (await second.WaitAsync(TimeSpan.FromSeconds(30))).Should().BeTrue();
    }

    [Fact]
    public async Task SetAside_ManyAtOnce_NeverOverdraws()
    {
        var sut = new SegmentBudget(20);
        var spent = 0;

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async n =>
        {
            var worst = (n % 3) + 1;
            if (!await sut.SetAsideAsync(worst))
                return;
            await Task.Yield();
            Interlocked.Add(ref spent, worst);
            sut.Settle(worst, worst);
        }));

        spent.Should().BeLessThanOrEqualTo(20).And.BeGreaterThan(17);
    }
}

namespace PitWall.Alerts.Twilio.Tests.Delivery;

public class DuplicateTests
{
    [Fact]
    public async Task Leader_Cancelled_OneDuplicateIsSentInItsPlaceForAll()
    {
        await using var host = new DeliveryHost();
        host.Occupy();
        var leader = host.Enqueue();
        var followers = Enumerable.Range(0, 3).Select(_ => host.Enqueue()).ToList();

        leader.TryCancel().Should().BeTrue();
        host.Time.Advance(TimeSpan.FromSeconds(1));

        (await DeliveryHost.EndAsync(leader)).Reason.Should().Be(SuppressionReason.Cancelled);
        var results = await Task.WhenAll(followers.Select(DeliveryHost.EndAsync));
        results.Count(r => r.IsAccepted).Should().Be(1);
        results.Count(r => r.Reason == SuppressionReason.Duplicate).Should().Be(2);
        host.Client.Sent.Should().Be(2, "one occupied the sender");
    }

    [Fact]
    public async Task Leader_Expired_ADuplicateThatHasNotIsSent()
    {
        await using var host = new DeliveryHost(o => o.Delivery.Queue.SmsSegmentsPerSecond = 0.1);
        host.Occupy();
        var leader = host.Enqueue(validFor: TimeSpan.FromSeconds(3));
        var follower = host.Enqueue(validFor: TimeSpan.FromMinutes(3));

        host.Time.Advance(TimeSpan.FromSeconds(10));

        (await DeliveryHost.EndAsync(leader)).Reason.Should().Be(SuppressionReason.Expired);
        (await DeliveryHost.EndAsync(follower)).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public async Task Topic_NewsThatWentBackAndForth_IsNoDuplicateOfItsFirst()
    {
        await using var host = new DeliveryHost(static o => o.Delivery.Queue.SmsSegmentsPerSecond = 0);
        var said = new List<(string, SuppressionReason)>();

        foreach (var message in new[] { "Box", "Box", "Stay out", "Stay out", "Box", "Box" })
        {
            var alert = new StrategyAlert(StrategyAlertType.PitStop, message, AlertSeverity.High) { Topic = "car-13/pit" };
            said.Add((message, (await host.Alerts.SendAsync(alert, AlertHost.Phone)).Reason));
        }

        said.Should().Equal(
            ("Box", SuppressionReason.None), ("Box", SuppressionReason.Duplicate),
            ("Stay out", SuppressionReason.None), ("Stay out", SuppressionReason.Duplicate),
            ("Box", SuppressionReason.None), ("Box", SuppressionReason.Duplicate));
    }

    [Fact]
    public async Task Leader_CancelledAndStillHoldingItsKey_ADuplicateThatComesJustThenIsSent()
    {
        await using var host = new DeliveryHost();
        host.Occupy();
        var leader = host.Enqueue();
        AlertHandle? duplicate = null;

        // The time of its end is taken once it has ended and before it lets go of anything.
        host.Clock.OnNextTimeOfDay(() => duplicate = host.Enqueue());
        leader.TryCancel().Should().BeTrue();
        host.Time.Advance(TimeSpan.FromSeconds(1));

        (await DeliveryHost.EndAsync(leader)).Reason.Should().Be(SuppressionReason.Cancelled);
        (await DeliveryHost.EndAsync(duplicate!)).IsAccepted.Should().BeTrue();
        host.Client.Sent.Should().Be(2, "one occupied the sender");
    }

    [Fact]
    public async Task Followers_Cancelled_AreLetGoWhileTheLeaderIsUnderWay()
    {
        await using var host = new DeliveryHost();
        var answer = new TaskCompletionSource<MessageReceipt?>();
        host.Client.OnSms = _ => answer.Task;
        var leader = host.Enqueue();

        var cancelled = Enumerable.Range(0, 1_000).Select(_ => CancelledDuplicate(host)).ToList();
        GC.Collect();

        cancelled.Count(alert => alert.IsAlive).Should().BeLessThan(100);
        answer.SetResult(host.Client.Taken());
        (await DeliveryHost.EndAsync(leader)).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public async Task Followers_SomeCancelled_TheOthersShareTheEnd()
    {
        await using var host = new DeliveryHost();
        var answer = new TaskCompletionSource<MessageReceipt?>();
        host.Client.OnSms = _ => answer.Task;
        var leader = host.Enqueue();
        var followers = Enumerable.Range(0, 100).Select(_ => host.Enqueue()).ToList();
        foreach (var follower in followers.Where((_, i) => i % 3 != 0))
            follower.TryCancel().Should().BeTrue();

        followers.AddRange(Enumerable.Range(0, 100).Select(_ => host.Enqueue()));
        answer.SetResult(host.Client.Taken());

        await DeliveryHost.EndAsync(leader);
        var results = await Task.WhenAll(followers.Select(DeliveryHost.EndAsync));
        results.Count(r => r.Reason == SuppressionReason.Duplicate).Should().Be(134);
        results.Count(r => r.Reason == SuppressionReason.Cancelled).Should().Be(66);
    }

    [Theory]
    [InlineData("fuel", "Lap 27", "pit_stop", "Lap 27")]
    [InlineData("fuel", "Save\nBox", "fuel", "Save|Box")]
    [InlineData("fuel", "Save|Box", "fuel", "Save|Box now")]
    public async Task Batches_OfOtherAlerts_AreNoDuplicates(string firstType, string first, string secondType, string second)
    {
        await using var host = new DeliveryHost(o => (o.Delivery.Deduplication.Batch, o.Delivery.Queue.SmsSegmentsPerSecond) = (TimeSpan.FromMinutes(1), 0));

        (await SendAsync(firstType, first)).IsAccepted.Should().BeTrue();
        (await SendAsync(secondType, second)).IsAccepted.Should().BeTrue();
        (await SendAsync(secondType, second)).Reason.Should().Be(SuppressionReason.Duplicate);

        Task<AlertResult> SendAsync(string type, string messages) => host.Alerts.SendBatchAsync(
            new AlertBatch([.. messages.Split('|').Select(m => new StrategyAlert(StrategyAlertType.Parse(type), m))]), AlertHost.Phone);
    }

    [Fact]
    public async Task Follower_Cancelled_EndsAtOnceAndAlone()
    {
        await using var host = new DeliveryHost();
        host.Occupy();
        var leader = host.Enqueue();
        var follower = host.Enqueue();

        follower.TryCancel().Should().BeTrue();

        (await DeliveryHost.EndAsync(follower)).Reason.Should().Be(SuppressionReason.Cancelled);
        host.Ledger.Find(follower.Id)!.Reason.Should().Be(SuppressionReason.Cancelled);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        (await DeliveryHost.EndAsync(leader)).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public async Task Leader_Failed_DuplicatesShareThatAndTheNextIsNew()
    {
        await using var host = new DeliveryHost();
        var answer = new TaskCompletionSource<MessageReceipt?>();
        host.Client.OnSms = _ => answer.Task;
        var leader = host.Enqueue();
        var follower = host.Enqueue();

        answer.SetException(new ArgumentException("no"));

        (await DeliveryHost.EndAsync(leader)).Outcome.Should().Be(AlertOutcome.Failed);
        (await DeliveryHost.EndAsync(follower)).Outcome.Should().Be(AlertOutcome.Failed);
        host.Client.OnSms = null;
        var next = host.Enqueue();
        host.Time.Advance(TimeSpan.FromSeconds(1));
        (await DeliveryHost.EndAsync(next)).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public async Task Critical_WithTheKeyOfAQueuedLowAlert_DoesNotWaitBehindIt()
    {
        await using var host = new DeliveryHost(o => o.Delivery.Queue.SmsSegmentsPerSecond = 0.1);
        host.Occupy();
        host.Queue.Enqueue(new CoachingAlert(CoachingAlertType.Tires, "15%") { DeduplicationKey = "tires" }, AlertHost.Phone);
        var critical = host.Queue.Enqueue(new CriticalAlert("Stop") { DeduplicationKey = "tires" }, AlertHost.Phone);

        host.Time.Advance(TimeSpan.FromSeconds(10));

        (await DeliveryHost.EndAsync(critical)).IsAccepted.Should().BeTrue();
        host.Client.Sent.Should().Be(2);
    }

    [Fact]
    public async Task Duplicates_MoreThanThereIsRoomFor_AreToldAtOnce()
    {
        await using var host = new DeliveryHost(o => o.Delivery.Queue.Capacity = 2);
        host.Occupy();
        var leader = host.Enqueue();
        var waiting = new[] { host.Enqueue(), host.Enqueue() };

        var told = host.Enqueue();

        var result = await DeliveryHost.EndAsync(told);
        result.Reason.Should().Be(SuppressionReason.Duplicate);
        result.Detail.Should().Contain(leader.Id);
        waiting.Should().OnlyContain(h => !h.Completion.IsCompleted);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference CancelledDuplicate(DeliveryHost host)
    {
        var alert = new StrategyAlert(StrategyAlertType.PitStop, "Box this lap");
        host.Queue.Enqueue(alert, AlertHost.Phone).TryCancel().Should().BeTrue();
        return new WeakReference(alert);
    }
}

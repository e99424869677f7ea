using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PitWall.Alerts.Twilio.Testing;
using PitWall.Alerts.Twilio.Tests.Api.Transmit;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

public class QueueingTests
{
    [Fact]
    public async Task Critical_BehindTenThousandCoachingAlerts_IsTheNextRequestOnTheWire()
    {
        var clock = new ManualTimeProvider();
        await using var host = new WireHost(
            o =>
            {
                o.Delivery.Queue.SmsSegmentsPerSecond = 1;
                o.Delivery.Limits.Recipient.PerMinute = 0;
            },
            b => b.Services.AddSingleton<TimeProvider>(clock));
        var coaching = Enumerable.Range(0, 10_000)
            .Select(i => host.Queue.Enqueue(new CoachingAlert(CoachingAlertType.Cornering, FormattableString.Invariant($"Wide at T15, {i}")), Creates.To))
            .ToList();
        await DeliveryHost.EndAsync(coaching[0]);

        var critical = host.Queue.Enqueue(new CriticalAlert("RED FLAG"), Creates.To);
        clock.Advance(TimeSpan.FromSeconds(1));
        var result = await critical.Completion.WaitAsync(TimeSpan.FromSeconds(60));

        result.Outcome.Should().Be(AlertOutcome.Accepted);
        host.Server.Creates.Should().HaveCount(2);
        host.Server.Creates.Last()["Body"].Should().Contain("RED FLAG");
    }

    [Fact]
    public async Task Topic_TwoWhilePaced_OnlyTheNewerIsSent()
    {
        await using var host = new DeliveryHost();
        host.Occupy();
        var older = host.Enqueue("Box in 3 laps", topic: "car-13/pit");
        var newer = host.Enqueue("Box this lap", topic: "car-13/pit");

        var superseded = await DeliveryHost.EndAsync(older);
        host.Time.Advance(TimeSpan.FromSeconds(1));

        superseded.Reason.Should().Be(SuppressionReason.Superseded);
        (await DeliveryHost.EndAsync(newer)).Outcome.Should().Be(AlertOutcome.Accepted);
        host.Client.Sent.Should().Be(2);
    }

    [Fact]
    public async Task Topic_ManyUpdatesWithinTheLimits_TheLatestIsSent()
    {
        await using var host = new DeliveryHost(o => o.Delivery.Limits.Recipient = new RateOptions { PerMinute = 10, Burst = 2 });
        host.Occupy();
        var updates = Enumerable.Range(0, 20)
            .Select(i => host.Enqueue(string.Create(CultureInfo.InvariantCulture, $"Gap {i} s"), topic: "gap")).ToList();

        host.Time.Advance(TimeSpan.FromSeconds(1));

        (await DeliveryHost.EndAsync(updates[^1])).Outcome.Should().Be(AlertOutcome.Accepted, "what was superseded took nothing from the limit");
    }

    [Fact]
    public async Task Validity_TwoSecondsBehindATenSecondQueue_IsExpiredOnTimeAndNeverSent()
    {
        await using var host = new DeliveryHost(o => o.Delivery.Queue.SmsSegmentsPerSecond = 0.1);
        host.Occupy();
        var stale = host.Enqueue(validFor: TimeSpan.FromSeconds(2));

        host.Time.Advance(TimeSpan.FromSeconds(1.5));

        var result = await DeliveryHost.EndAsync(stale);
        result.Reason.Should().Be(SuppressionReason.Expired);
        result.Attempts.Should().Be(0);
        host.Ledger.Find(stale.Id)!.Reason.Should().Be(SuppressionReason.Expired);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        host.Client.Sent.Should().Be(1);
    }

    [Fact]
    public async Task Ageing_LowAlertUnderAStreamOfHighOnes_IsSentWhenItHasWaitedTwoSteps()
    {
        await using var host = new DeliveryHost(o => o.Delivery.Queue.AgeingStep = TimeSpan.FromSeconds(10));
        host.Occupy();
        var low = host.Enqueue("low", AlertSeverity.Low);
        var seconds = 0;
        for (; seconds < 60 && !low.Completion.IsCompleted; seconds++)
        {
            // Two more a second than the sender takes, all of them more urgent.
            for (var i = 0; i < 3; i++)
                host.Enqueue(string.Create(CultureInfo.InvariantCulture, $"high {seconds}.{i}"), AlertSeverity.High);

            host.Time.Advance(TimeSpan.FromSeconds(1));
        }

        seconds.Should().BeInRange(20, 22, "low is two steps below high, and the one that waited longer goes first");
        (await DeliveryHost.EndAsync(low)).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public async Task Ageing_FloodOfAgedLowAlerts_TakesEveryOtherTurnFromHighOnesAtMost()
    {
        await using var host = new DeliveryHost(o => o.Delivery.Queue.AgeingStep = TimeSpan.FromSeconds(10));
        host.Occupy();
        for (var i = 0; i < 100; i++)
            host.Enqueue(string.Create(CultureInfo.InvariantCulture, $"low {i}"), AlertSeverity.Low);

        for (var i = 0; i < 30; i++)
            host.Time.Advance(TimeSpan.FromSeconds(1));

        var high = Enumerable.Range(0, 5).Select(i => host.Enqueue(string.Create(CultureInfo.InvariantCulture, $"high {i}"), AlertSeverity.High)).ToList();
        var before = host.Client.Sent;
        while (!high[^1].Completion.IsCompleted && host.Client.Sent < before + 50)
            host.Time.Advance(TimeSpan.FromSeconds(1));

        (host.Client.Sent - before).Should().BeInRange(9, 10, "the old ones have a turn between two of the high ones");
        (await Task.WhenAll(high.Select(DeliveryHost.EndAsync))).Should().OnlyContain(r => r.IsAccepted);
    }

    [Fact]
    public async Task QueueFull_LeastUrgent_GoesWithItsReason()
    {
        await using var host = new DeliveryHost(o => o.Delivery.Queue.Capacity = 1);
        host.Occupy();
        var low = host.Enqueue("low", AlertSeverity.Low);
        var high = host.Enqueue("high", AlertSeverity.High);
        var refused = host.Enqueue("late", AlertSeverity.High);

        (await DeliveryHost.EndAsync(low)).Reason.Should().Be(SuppressionReason.QueueFull);
        (await DeliveryHost.EndAsync(refused)).Reason.Should().Be(SuppressionReason.QueueFull);
        host.Time.Advance(TimeSpan.FromSeconds(1));

        (await DeliveryHost.EndAsync(high)).Outcome.Should().Be(AlertOutcome.Accepted);
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public async Task Clock_SetWhileAlertsWait_HoldsNothingAndLosesNothing(int minutes)
    {
        await using var host = new DeliveryHost();
        host.Occupy();
        var waiting = host.Enqueue();

        host.Clock.Set(TimeSpan.FromMinutes(minutes));
        host.Time.Advance(TimeSpan.FromSeconds(1));

        (await DeliveryHost.EndAsync(waiting)).Outcome.Should().Be(AlertOutcome.Accepted);
    }

    [Fact]
    public async Task Send_ClientThatAnswersAtOnce_DrainsALongQueueWithoutRecursion()
    {
        await using var host = new DeliveryHost(o =>
        {
            o.Delivery.Queue.SmsSegmentsPerSecond = 0;
            o.Delivery.Queue.MaxConcurrency = 1;
        });
        var gate = new TaskCompletionSource<MessageReceipt?>();
        host.Client.OnSms = _ => gate.Task;
        var handles = Enumerable.Range(0, 9_000)
            .Select(i => host.Enqueue(string.Create(CultureInfo.InvariantCulture, $"Lap {i}"))).ToList();
        host.Client.OnSms = null;

        gate.SetResult(host.Client.Taken());

        (await Task.WhenAll(handles.Select(DeliveryHost.EndAsync))).Should().OnlyContain(r => r.IsAccepted);
    }

    [Fact]
    public async Task Rehearsal_HeldBackAlerts_TakeNoneOfTheSendersTime()
    {
        await using var host = new WireHost(o => (o.Gate.Rehearsal, o.Delivery.Queue.SmsSegmentsPerSecond) = (true, 0.001));
        var sends = Enumerable.Range(0, 5).Select(i => host.SendAsync(string.Create(CultureInfo.InvariantCulture, $"Lap {i}")));

        var results = await Task.WhenAll(sends);

        results.Should().OnlyContain(r => r.Reason == SuppressionReason.Rehearsal);
        host.Ledger.Recent(results.Length).Should().HaveCount(results.Length)
            .And.OnlyContain(e => e.Times.ContainsKey(AlertStep.Admitted) && !e.Times.ContainsKey(AlertStep.Transmitted));
    }

    [Fact]
    public async Task RaisedAt_AtTheBeginningOfTime_HasExpiredOnTheSystemsClockToo()
    {
        // Its timestamps count nanoseconds, of which 292 years are more than a number holds.
        await using var host = new WireHost();

        var handle = host.Queue.Enqueue(new CriticalAlert("RED FLAG") { RaisedAt = default(DateTimeOffset) }, Creates.To);

        (await DeliveryHost.EndAsync(handle)).Reason.Should().Be(SuppressionReason.Expired);
        host.Server.Creates.Should().BeEmpty();
    }

    [Fact]
    public async Task RaisedAt_InTheFuture_MakesNothingValidForLonger()
    {
        // The clock was set back between the decision and the send, or whoever decided has a clock that is fast.
        await using var host = new WireHost();

        var handle = host.Queue.Enqueue(new CriticalAlert("BOX") { RaisedAt = host.Get<TimeProvider>().GetUtcNow().AddHours(1), ValidFor = TimeSpan.FromSeconds(40) }, Creates.To);

        (await DeliveryHost.EndAsync(handle)).IsAccepted.Should().BeTrue();
        int.Parse(host.Server.Creates.Single()["ValidityPeriod"]!, CultureInfo.InvariantCulture).Should().BeLessThanOrEqualTo(40);
    }

    [Fact]
    public async Task Budget_WithAReserve_KeepsItForCriticalAlerts()
    {
        await using var host = new WireHost(o =>
        {
            (o.Gate.SegmentBudget, o.Gate.CriticalReserve) = (2, 1);
            o.Delivery.Queue.SmsSegmentsPerSecond = 0;
        });

        var results = new[]
        {
            await host.SendAsync("Lap 1"), await host.SendAsync("Lap 2"), await host.SendCriticalAsync(), await host.SendCriticalAsync("SAFETY CAR"),
        };

        results.Select(r => r.Reason).Should().Equal(
            SuppressionReason.None, SuppressionReason.Budget, SuppressionReason.None, SuppressionReason.Budget);
        host.OnThePhone.Should().HaveCount(2);
    }

    [Fact]
    public async Task RaisedAt_AbsurdOrValidForEver_NeverThrows()
    {
        await using var host = new DeliveryHost(o => o.Delivery.Queue.SmsSegmentsPerSecond = 0);

        var old = host.Queue.Enqueue(new CriticalAlert("a") { RaisedAt = default(DateTimeOffset) }, AlertHost.Phone);
        var future = host.Queue.Enqueue(new CriticalAlert("b") { RaisedAt = DateTimeOffset.MaxValue }, AlertHost.Phone);
        var eternal = host.Queue.Enqueue(new CriticalAlert("c") { ValidFor = TimeSpan.MaxValue }, AlertHost.Phone);

        (await DeliveryHost.EndAsync(old)).Reason.Should().Be(SuppressionReason.Expired);
        (await DeliveryHost.EndAsync(future)).IsAccepted.Should().BeTrue();
        (await DeliveryHost.EndAsync(eternal)).IsAccepted.Should().BeTrue();
        host.Ledger.Summarize().Raised.Should().Be(3);
    }

    [Fact]
    public async Task Wait_LongerThanATimerOfTheSystemTakes_IsNoReasonToThrow()
    {
        await using var host = new DeliveryHost(
            o => (o.Delivery.Queue.MaxConcurrency, o.Delivery.Queue.SmsSegmentsPerSecond) = (1, 0),
            services => services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)));
        var answer = new TaskCompletionSource<MessageReceipt?>();
        host.Client.OnSms = _ => answer.Task;
        host.Occupy();

        // The sender has a place for the next one when the first is answered, and not before: nothing but the end of its validity falls due.
        var patient = host.Enqueue(validFor: TimeSpan.FromDays(300));
        host.Ledger.Find(patient.Id)!.Outcome.Should().Be(AlertOutcome.Pending);
        answer.SetResult(host.Client.Taken());

        (await DeliveryHost.EndAsync(patient)).IsAccepted.Should().BeTrue();
    }
}

using System.Globalization;
using FaultMatrix.Wire;
using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Api.Transmit;

public class RepeatTests
{
    private static readonly WireFault Lost = new() { Resets = true };
    private static readonly WireFault Busy = WireFault.Error(429, 20429);

    [Fact]
    public async Task Busy_AskedForLongerThanAnybodyWaits_FailsAtOnceWithTheTime()
    {
        await using var host = new WireHost();
        host.OnCreates(WireFault.Error(429, 20429, retryAfter: "31"));

        var result = await host.SendAsync();

        result.Outcome.Should().Be(AlertOutcome.Failed);
        result.Attempts.Should().Be(1);
        ((TwilioApiException)result.Error!).RetryAfter.Should().Be(TimeSpan.FromSeconds(31));
        result.Error.IsTransient.Should().BeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Busy_RetryAfterInEitherForm_IsWaitedFor(bool asDate)
    {
        var transport = new ManualTimeProvider();
        await using var host = new WireHost(
            build: b => b.Services.AddKeyedSingleton<TimeProvider>(PitWallTwilioServiceKeys.TransportClock, transport));
        var isFirst = true;
        host.Server.Fault = _ =>
        {
            // Against the answer's own Date, which is cut to the second: ten seconds are nine at least.
            var retryAfter = asDate ? TimeProvider.System.GetUtcNow().AddSeconds(10).UtcDateTime.ToString("r", CultureInfo.InvariantCulture) : "10";
            return isFirst && !(isFirst = false) ? WireFault.Error(429, 20429, retryAfter: retryAfter) : null;
        };
        var handle = host.Queue.Enqueue(new CriticalAlert("RED FLAG"), Creates.To);
        await HeldAsync(host, handle.Id, "tried again");
        host.Ledger.Find(handle.Id)!.Detail.Should().MatchRegex(@"tried again in (9\.\d|10\.0) s");
        await transport.WaitForTimersAsync();

        transport.Advance(TimeSpan.FromSeconds(8));
        var isHeld = !handle.Completion.IsCompleted && host.Server.Creates.Count() == 1;
        transport.Advance(TimeSpan.FromSeconds(3));
        var result = await handle.Completion.WaitAsync(TimeSpan.FromSeconds(30));

        isHeld.Should().BeTrue();
        result.Outcome.Should().Be(AlertOutcome.Accepted);
        result.Attempts.Should().Be(2);
    }

    [Fact]
    public async Task Cancelled_WhileItIsLookedFor_ReturnsAtOnceAndTheLedgerTellsWhatWasFound()
    {
        await using var host = new WireHost();
        using var stop = new CancellationTokenSource();
        var looked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var mayBeShown = new TaskCompletionSource();
        host.Server.Fault = request =>
        {
            if (request.IsCreate)
                return Lost with { TakesEffect = true };

            looked.TrySetResult();
            mayBeShown.Task.Wait(TimeSpan.FromSeconds(30));
            return null;
        };
        var send = host.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, "Box"), Creates.To, stop.Token);
        await looked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var id = host.Ledger.Recent(1).Single().Id;

        await stop.CancelAsync();
        await FluentActions.Awaiting(() => send.WaitAsync(TimeSpan.FromSeconds(30))).Should().ThrowAsync<OperationCanceledException>();
        host.Ledger.Find(id)!.Outcome.Should().Be(AlertOutcome.Pending);
        mayBeShown.SetResult();
        await LedgerAsync(host, id, e => e.Outcome != AlertOutcome.Pending);

        host.Ledger.Find(id)!.Outcome.Should().Be(AlertOutcome.Accepted);
        host.OnThePhone.Should().ContainSingle().Which.Sid.Should().Be(host.Ledger.Find(id)!.Sid);
    }

    [Fact]
    public async Task Refused_AfterAnAttemptThatMayHaveBeenSent_IsStillUnknown()
    {
        await using var host = new WireHost();
        host.OnCreates(Lost, WireFault.Error(400, 21211));

        var result = await host.SendCriticalAsync();

        result.Outcome.Should().Be(AlertOutcome.Unknown);
        result.Attempts.Should().Be(2);
    }

    [Fact]
    public async Task Busy_AfterAnAttemptThatMayHaveBeenSent_IsStillUnknown()
    {
        await using var host = new WireHost();
        host.OnCreates(Lost, Busy, Busy, Busy);

        var result = await host.SendCriticalAsync();

        result.Outcome.Should().Be(AlertOutcome.Unknown);
        result.Attempts.Should().Be(4);
    }

    [Fact]
    public async Task Expired_AfterAnAttemptThatMayHaveBeenSent_IsUnknownAndNotExpired()
    {
        var clock = new ManualTimeProvider();
        await using var host = new WireHost(build: b => b.Services.AddSingleton<TimeProvider>(clock));
        host.Server.Fault = request =>
        {
            clock.Advance(TimeSpan.FromMinutes(10));
            return request.IsCreate ? Lost : null;
        };

        var result = await host.Queue.Enqueue(new CriticalAlert("RED FLAG"), Creates.To).Completion;

        result.Outcome.Should().Be(AlertOutcome.Unknown);
        host.Server.Creates.Should().ContainSingle();
    }

    [Fact]
    public async Task Cancelled_AfterAnAttemptThatMayHaveBeenSent_IsUnknownAndNotSentAgain()
    {
        await using var host = new WireHost();
        AlertHandle? handle = null;
        var enqueued = new TaskCompletionSource();
        host.Server.Fault = request =>
        {
            if (request.IsCreate)
                return Lost;

            enqueued.Task.Wait(TimeSpan.FromSeconds(30));
            handle!.TryCancel().Should().BeFalse("its request has left");
            return null;
        };
        handle = host.Queue.Enqueue(new CriticalAlert("RED FLAG"), Creates.To);
        enqueued.SetResult();

        var result = await handle.Completion;

        result.Outcome.Should().Be(AlertOutcome.Unknown);
        host.Server.Creates.Should().ContainSingle();
    }

    [Fact]
    public async Task Busy_ValidityRunsOn_EveryAttemptTellsWhatIsLeft()
    {
        var clock = new ManualTimeProvider();
        await using var host = new WireHost(build: b => b.Services.AddSingleton<TimeProvider>(clock));
        var attempt = 0;
        host.Server.Fault = _ =>
        {
            clock.Advance(TimeSpan.FromSeconds(50));
            return ++attempt < 3 ? Busy : null;
        };

        var result = await host.Queue.Enqueue(new StrategyAlert(StrategyAlertType.PitStop, "Box"), Creates.To).Completion;

        result.Outcome.Should().Be(AlertOutcome.Accepted);
        host.Server.Creates.Select(r => r["ValidityPeriod"]).Should().Equal("180", "130", "80");
        host.Server.Creates.Select(r => r["Body"]).Distinct().Should().ContainSingle();
    }

    [Theory]
    [InlineData(11 * 60 * 60, "36000")]
    [InlineData(90, "90")]
    public async Task Send_Validity_IsClampedToWhatTwilioTakes(int seconds, string expected)
    {
        var clock = new ManualTimeProvider();
        await using var host = new WireHost(build: b => b.Services.AddSingleton<TimeProvider>(clock));

        await host.Queue.Enqueue(new CriticalAlert("Box") { ValidFor = TimeSpan.FromSeconds(seconds) }, Creates.To).Completion;

        host.Server.Creates.Single()["ValidityPeriod"].Should().Be(expected);
    }

    [Fact]
    public async Task Busy_ForLongerThanItIsWorth_IsExpiredAtOnce()
    {
        await using var host = new WireHost();
        host.OnCreates(WireFault.Error(429, 20429, retryAfter: "25"));

        var result = await host.Queue.Enqueue(new CriticalAlert("RED FLAG") { ValidFor = TimeSpan.FromSeconds(20) }, Creates.To).Completion;

        result.Reason.Should().Be(SuppressionReason.Expired);
        result.Attempts.Should().Be(1);
    }

    [Fact]
    public async Task Cancelled_BetweenAttempts_EndsAtOnceAndSaysSo()
    {
        var transport = new ManualTimeProvider();
        await using var host = new WireHost(
            build: b => b.Services.AddKeyedSingleton<TimeProvider>(PitWallTwilioServiceKeys.TransportClock, transport));
        host.OnCreates(WireFault.Error(429, 20429, retryAfter: "25"));
        var handle = host.Queue.Enqueue(new CriticalAlert("RED FLAG"), Creates.To);
        await HeldAsync(host, handle.Id, "tried again");

        handle.TryCancel();
        var result = await handle.Completion.WaitAsync(TimeSpan.FromSeconds(30));

        result.Reason.Should().Be(SuppressionReason.Cancelled);
        host.Ledger.Find(handle.Id)!.Outcome.Should().Be(AlertOutcome.Suppressed);
        host.Server.Creates.Should().ContainSingle();
    }

    [Fact]
    public async Task Budget_RefusedOrNeverSent_IsGivenBack()
    {
        await using var host = new WireHost(o => o.Gate.SegmentBudget = 10);
        host.OnCreates(WireFault.Error(400, 21211));
        await host.SendAsync();
        var cancelled = () => host.Client.SendSmsAsync(new SmsMessage { To = Creates.To, Body = "x" }, new CancellationToken(canceled: true));
        await cancelled.Should().ThrowAsync<OperationCanceledException>();

        host.Get<SegmentBudget>().Spent.Should().Be(0);
    }

    [Fact]
    public async Task Budget_MayHaveBeenSent_StaysSpent()
    {
        await using var host = new WireHost(o => o.Gate.SegmentBudget = 10);
        host.OnCreates(Lost);

        (await host.SendAsync()).Outcome.Should().Be(AlertOutcome.Unknown);

        host.Get<SegmentBudget>().Spent.Should().Be(1);
    }

    [Theory]
    [InlineData(2, AlertOutcome.Accepted, 2)]
    [InlineData(1, AlertOutcome.Unknown, 1)]
    public async Task Budget_UnseenAndSentAgain_IsPaidForTwiceOrNotSent(long budget, AlertOutcome expected, int creates)
    {
        await using var host = new WireHost(o => o.Gate.SegmentBudget = budget);
        host.OnCreates(Lost);

        (await host.SendCriticalAsync()).Outcome.Should().Be(expected);

        host.Server.Creates.Should().HaveCount(creates);
        host.Get<SegmentBudget>().Spent.Should().Be(budget);
    }

    [Fact]
    public async Task MaxElapsed_WouldBePassedByTheWait_BeginsNoOtherAttempt()
    {
        await using var host = new WireHost(o => o.Transmit.MaxElapsed = TimeSpan.FromSeconds(10));
        host.OnCreates(WireFault.Error(429, 20429, retryAfter: "20"));

        var result = await host.SendAsync();

        result.Outcome.Should().Be(AlertOutcome.Failed);
        result.Attempts.Should().Be(1);
    }

    [Theory]
    [InlineData(false, AlertOutcome.Failed)]
    [InlineData(true, AlertOutcome.Unknown)]
    public async Task Handler_OfTheHostThrows_TellsWhetherTheRequestMayHaveLeft(bool afterwards, AlertOutcome expected)
    {
        await using var host = new WireHost(
            o => o.Transmit.ReconciliationWindow = TimeSpan.Zero,
            b => b.HttpClient.AddHttpMessageHandler(() => new ThrowingHandler(afterwards)));

        var result = await host.SendAsync();

        result.Outcome.Should().Be(expected);
        host.OnThePhone.Should().HaveCount(afterwards ? 1 : 0);
    }

    /// <summary>Waits until the ledger says that an alert is held for a reason.</summary>
    private static Task HeldAsync(WireHost host, string id, string why) =>
        LedgerAsync(host, id, e => e.Detail?.Contains(why, StringComparison.Ordinal) == true);

    private static async Task LedgerAsync(WireHost host, string id, Func<AlertEntry, bool> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var changes = host.Ledger.WatchAsync(deadline.Token).GetAsyncEnumerator(deadline.Token);
        var next = changes.MoveNextAsync();
        while (!condition(host.Ledger.Find(id)!))
        {
            await next;
            next = changes.MoveNextAsync();
        }

        await deadline.CancelAsync();
        try
        {
            await next;
        }
        catch (OperationCanceledException)
        {
            // It waited for one more change; or that had come already.
        }
    }

    private sealed class ThrowingHandler(bool afterwards) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (afterwards)
                (await base.SendAsync(request, cancellationToken)).Dispose();

            throw new InvalidOperationException("A handler with a bug.");
        }
    }
}

using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Tests.Webhooks;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

public class StatusPollerTests
{
    private static readonly string Sid = WebhookBench.MessageSid(1);

    [Fact]
    public async Task Poll_NoReportComes_AsksWithPausesThatDoubleUntilTheEndIsKnown()
    {
        await using var run = await PollRun.StartAsync(options => options.Polling.Enabled = true);
        run.Accept(1);

        await run.WaitUntilAskedAsync(3);
        run.Client.Message = static sid => new MessageStatusReport { Sid = sid, Status = MessageStatus.Delivered, Price = 0.0083m, PriceUnit = "USD" };
        await run.WaitUntilAskedAsync(4);
        await run.Sut.StopAsync(CancellationToken.None);

        run.Client.Asked.Should().Equal((Sid, 10), (Sid, 30), (Sid, 70), (Sid, 150));
        var entry = run.Bench.Ledger.FindBySid(Sid)!;
        entry.MessageStatus.Should().Be(MessageStatus.Delivered);
        entry.Price.Should().Be(0.0083m);
    }

    [Fact]
    public async Task Poll_Answer_IsToldToTheHandlers()
    {
        var handler = new TellingHandler();
        await using var run = await PollRun.StartAsync(options => options.Polling.Enabled = true, handler);
        run.Accept(1);

        await run.WaitUntilAskedAsync(1);
        var first = await handler.HearAsync();
        run.Client.Message = static sid => new MessageStatusReport { Sid = sid, Status = MessageStatus.Delivered };
        await run.WaitUntilAskedAsync(2);
        var second = await handler.HearAsync();

        (first.Status, first.IsPolled).Should().Be((MessageStatus.Sent, true));
        (second.Status, second.IsPolled).Should().Be((MessageStatus.Delivered, true));
    }

    [Fact]
    public async Task Poll_HandlerBlocksItsThread_GoesOnAsking()
    {
        var blocking = new BlockingHandler();
        await using var run = await PollRun.StartAsync(options => options.Polling.Enabled = true, blocking);
        using var released = blocking;
        run.Accept(1);

        await run.WaitUntilAskedAsync(2);

        run.Client.Asked.Should().HaveCountGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Poll_Call_IsAskedForAsACall()
    {
        await using var run = await PollRun.StartAsync(options => options.Polling.Enabled = true);
        var sid = WebhookBench.CallSid(1);
        run.Client.Call = static sid => new CallStatusReport { Sid = sid, Status = CallStatus.NoAnswer };
        run.Bench.Accept(run.Bench.Open("alert-1", AlertChannel.Voice), sid);

        await run.WaitUntilAskedAsync(1);
        await run.Sut.StopAsync(CancellationToken.None);

        run.Bench.Ledger.FindBySid(sid)!.CallStatus.Should().Be(CallStatus.NoAnswer);
    }

    [Fact]
    public async Task Poll_ReportCame_AsksNothing()
    {
        await using var run = await PollRun.StartAsync(options => options.Polling.Enabled = true);
        run.Accept(1);
        run.Accept(2);
        await run.Bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(Sid, "delivered"));

        await run.WaitUntilAskedAsync(1);

        run.Client.Asked.Should().Equal((WebhookBench.MessageSid(2), 10));
    }

    [Fact]
    public async Task Poll_ManyAtOnce_AsksEvenlySpread()
    {
        await using var run = await PollRun.StartAsync(options => (options.Polling.Enabled, options.Polling.MaxPerMinute) = (true, 30));
        for (var i = 1; i <= 4; i++)
            run.Accept(i);

        await run.WaitUntilAskedAsync(4);

        // The clock of the test may be a step ahead of the poller, so a gap may be longer than two seconds and never shorter.
        var seconds = run.Client.Asked.Select(asked => asked.Seconds).ToArray();
        seconds[0].Should().BeGreaterThanOrEqualTo(10);
        seconds.Zip(seconds.Skip(1), (one, next) => next - one).Should().OnlyContain(gap => gap >= 2);
    }

    [Fact]
    public async Task Poll_QuestionFails_AsksAgainLater()
    {
        await using var run = await PollRun.StartAsync(options => options.Polling.Enabled = true);
        run.Client.Message = static _ => throw new TwilioTransportException(TwilioTransportError.Connect, "No connection.");
        run.Accept(1);

        await run.WaitUntilAskedAsync(2);

        run.Client.Asked.Should().Equal((Sid, 10), (Sid, 30));
        run.Bench.Log.Count(AlertEventIds.PollFailed).Should().BeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task Poll_NoEndWithinTheTime_GivesUpAndSaysSo()
    {
        await using var run = await PollRun.StartAsync(
            options => (options.Polling.Enabled, options.Polling.GiveUpAfter) = (true, TimeSpan.FromMinutes(1)));
        run.Accept(1);

        await run.WaitUntilAskedAsync(2);
        await run.Sut.StopAsync(CancellationToken.None);

        run.Bench.Log.Count(AlertEventIds.PollGivenUp).Should().Be(1);
    }

    [Fact]
    public async Task Poll_AcceptedBeforeTheHostStarted_IsAskedForToo()
    {
        await using var run = PollRun.Make(options => options.Polling.Enabled = true);
        run.Accept(1);

        await run.Sut.StartAsync(CancellationToken.None);
        await run.WaitUntilAskedAsync(1);

        run.Client.Asked.Should().Equal((Sid, 10));
    }

    [Fact]
    public async Task Poll_SwitchedOffByAReload_AsksNothingUntilItIsOnAgain()
    {
        PitWallTwilioOptions current = null!;
        await using var run = await PollRun.StartAsync(options => (current = options).Polling.Enabled = true);
        run.Accept(1);
        await run.WaitUntilAskedAsync(1);

        current.Polling.Enabled = false;
        await run.PassAsync(TimeSpan.FromMinutes(1));
        run.Client.Asked.Should().HaveCount(1);

        current.Polling.Enabled = true;
        await run.WaitUntilAskedAsync(2);
    }

    [Fact]
    public async Task Poll_MoreAlertsThanCanWait_IsAWarningOnce()
    {
        await using var run = await PollRun.StartAsync(static options => options.Polling.Enabled = true);
        for (var i = 1; i <= PollSchedule.Capacity; i++)
            run.Accept(i);
        run.Bench.Log.Count(AlertEventIds.PollScheduleFull).Should().Be(0);

        run.Accept(PollSchedule.Capacity + 1);
        run.Accept(PollSchedule.Capacity + 2);
        await run.WaitUntilAskedAsync(1);

        run.Bench.Log.Count(AlertEventIds.PollScheduleFull).Should().Be(1);
    }

    [Fact]
    public async Task Accepted_OptionsThatAskTheLedger_AreReadOutsideItsLock()
    {
        await using var run = await PollRun.StartAsync(static options => options.Polling.Enabled = true);
        var record = run.Bench.Open("alert-1");
        var wasFree = true;
        run.Monitor.Asked = () =>
        {
            var reader = new Thread(() => run.Bench.Ledger.Recent(1)) { IsBackground = true };
            reader.Start();
            wasFree &= reader.Join(TimeSpan.FromSeconds(30));
        };

        run.Bench.Accept(record, Sid);

        run.Monitor.Asked = null;
        wasFree.Should().BeTrue();
        await run.WaitUntilAskedAsync(1);
        run.Client.Asked.Should().Equal((Sid, 10));
    }

    [Fact]
    public async Task Poll_EndWithoutAPrice_AsksForThePriceAFewTimesMore()
    {
        await using var run = await PollRun.StartAsync(options => options.Polling.Enabled = true);
        run.Client.Message = static sid => new MessageStatusReport { Sid = sid, Status = MessageStatus.Delivered };
        run.Accept(1);
        await run.WaitUntilAskedAsync(2);
        run.Bench.Ledger.FindBySid(Sid)!.Price.Should().BeNull();

        run.Client.Message = static sid => new MessageStatusReport { Sid = sid, Status = MessageStatus.Delivered, Price = 0.0083m, PriceUnit = "USD" };
        await run.WaitUntilAskedAsync(3);
        await run.Sut.StopAsync(CancellationToken.None);

        run.Client.Asked.Should().Equal((Sid, 10), (Sid, 30), (Sid, 70));
        run.Bench.Ledger.FindBySid(Sid)!.Price.Should().Be(0.0083m);
    }

    [Theory]
    [InlineData(MessageStatus.Delivered, 3)]
    [InlineData(MessageStatus.Undelivered, 3)]
    [InlineData(MessageStatus.Failed, 1)]
    public async Task Poll_PriceNeverComes_StopsWithoutALine(MessageStatus end, int expected)
    {
        await using var run = await PollRun.StartAsync(options => options.Polling.Enabled = true);
        run.Client.Message = sid => new MessageStatusReport { Sid = sid, Status = end };
        run.Accept(1);
        await run.WaitUntilAskedAsync(expected);

        // Another keeps the poller waiting meanwhile.
        run.Client.Message = sid => new MessageStatusReport { Sid = sid, Status = sid == Sid ? end : MessageStatus.Sent };
        run.Accept(2);
        await run.PassAsync(TimeSpan.FromMinutes(3));

        run.Client.Asked.Count(asked => asked.Sid == Sid).Should().Be(expected);
        run.Bench.Log.Count(AlertEventIds.PollGivenUp).Should().Be(0);
    }

    [Fact]
    public async Task Poll_NotEnabled_WaitsForNothing()
    {
        await using var run = await PollRun.StartAsync(static _ => { });

        run.Accept(1);
        await run.Sut.StopAsync(CancellationToken.None);

        run.Bench.Clock.TimerCount.Should().Be(0);
        run.Client.Asked.Should().BeEmpty();
    }

    private sealed class TellingHandler : IDeliveryStatusHandler
    {
        private readonly Channel<MessageStatusUpdate> _heard = Channel.CreateUnbounded<MessageStatusUpdate>();

        public async Task<MessageStatusUpdate> HearAsync()
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            return await _heard.Reader.ReadAsync(deadline.Token);
        }

        public Task OnMessageStatusAsync(MessageStatusUpdate update, CancellationToken cancellationToken) =>
            _heard.Writer.WriteAsync(update, CancellationToken.None).AsTask();

        public Task OnCallStatusAsync(CallStatusUpdate update, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>The host's own source of options, which tells that it was asked.</summary>
    private sealed class ToldMonitor(IOptionsFactory<PitWallTwilioOptions> factory) : IOptionsMonitor<PitWallTwilioOptions>
    {
        private readonly PitWallTwilioOptions _options = factory.Create(Options.DefaultName);

        public Action? Asked { get; set; }

        public PitWallTwilioOptions CurrentValue => Get(Options.DefaultName);

        public PitWallTwilioOptions Get(string? name)
        {
            Asked?.Invoke();
            return _options;
        }

        public IDisposable? OnChange(Action<PitWallTwilioOptions, string?> listener) => null;
    }

    private sealed class PollRun : IAsyncDisposable
    {
        private PollRun(WebhookBench bench, AskedClient client)
        {
            Bench = bench;
            Client = client;
            Sut = bench.Get<StatusPoller>();
            Monitor = (ToldMonitor)bench.Get<IOptionsMonitor<PitWallTwilioOptions>>();
        }

        public WebhookBench Bench { get; }

        public AskedClient Client { get; }

        public StatusPoller Sut { get; }

        public ToldMonitor Monitor { get; }

        /// <param name="configure">The options.</param>
        /// <param name="handlers">Who hears of the answers. While one does, there are timers beside the poller's own.</param>
        public static async Task<PollRun> StartAsync(Action<PitWallTwilioOptions> configure, params IDeliveryStatusHandler[] handlers)
        {
            var run = Make(configure, handlers);
            await run.Sut.StartAsync(CancellationToken.None);
            return run;
        }

        public static PollRun Make(Action<PitWallTwilioOptions> configure, params IDeliveryStatusHandler[] handlers)
        {
            AskedClient? client = null;
            var bench = new WebhookBench(configure, services =>
            {
                services.AddSingleton<ITwilioAlertClient>(provider => client = new AskedClient(provider.GetRequiredService<TimeProvider>()));
                services.AddSingleton<IOptionsMonitor<PitWallTwilioOptions>, ToldMonitor>();
                foreach (var handler in handlers)
                    services.AddSingleton(handler);
            });
            bench.Get<ITwilioAlertClient>();
            return new PollRun(bench, client!);
        }

        public void Accept(int number) => Bench.Accept(Bench.Open($"alert-{number}"), WebhookBench.MessageSid(number));

        /// <summary>Lets time pass, second by second, until so many questions were asked. The poller always waits on one timer meanwhile.</summary>
        public async Task WaitUntilAskedAsync(int count)
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (true)
            {
                // The poller waits: on what comes next, or on the pause behind a question, and then that was taken in.
                await Bench.Clock.WaitForTimersAsync(cancellationToken: deadline.Token);
                if (Client.Asked.Count() >= count)
                    return;

                Bench.Clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        /// <summary>Lets so much time pass, second by second.</summary>
        public async Task PassAsync(TimeSpan time)
        {
            using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(1))
            {
                await Bench.Clock.WaitForTimersAsync(cancellationToken: deadline.Token);
                Bench.Clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        public async ValueTask DisposeAsync()
        {
            await Sut.StopAsync(CancellationToken.None);
            await Bench.DisposeAsync();
        }
    }
}

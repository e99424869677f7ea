using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Tests.Diagnostics;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

public class ForeignPartsTests
{
    public static TheoryData<string, AlertOutcome, SuppressionReason> Throws => new()
    {
        { "time-out of its own", AlertOutcome.Unknown, SuppressionReason.None },
        { "anything", AlertOutcome.Unknown, SuppressionReason.None },
        { "no answer", AlertOutcome.Unknown, SuppressionReason.None },
        { "server error", AlertOutcome.Unknown, SuppressionReason.None },
        { "request time-out", AlertOutcome.Unknown, SuppressionReason.None },
        { "refusal", AlertOutcome.Failed, SuppressionReason.None },
        { "argument", AlertOutcome.Failed, SuppressionReason.None },
        { "suppressed", AlertOutcome.Suppressed, SuppressionReason.Budget },
        { "suppressed for nothing", AlertOutcome.Failed, SuppressionReason.None },
        { "refusal of Twilio's", AlertOutcome.Failed, SuppressionReason.None },
        { "answer of Twilio's that was lost", AlertOutcome.Unknown, SuppressionReason.None },
    };

    [Theory]
    [MemberData(nameof(Throws))]
    public async Task Client_Throws_IsAnEndThatClaimsNoMoreThanIsKnown(string what, AlertOutcome outcome, SuppressionReason reason)
    {
        var logs = new RecordingLogs();
        await using var host = new DeliveryHost(add: s => s.AddLogging(l => l.AddProvider(logs)));
        host.Client.OnSms = _ => throw What(what);

        var result = await DeliveryHost.EndAsync(host.Enqueue());

        result.Outcome.Should().Be(outcome);
        result.Reason.Should().Be(reason);
        result.Detail.Should().NotContain("600111222");
        logs.Entries.Should().NotContain(e => e.Text.Contains("600111222"));
        host.Ledger.Find(result.AlertId!)!.Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task Client_SaysNothingOfItsRequests_ItsAlertIsInTheLedgerWhileItSends()
    {
        await using var host = new DeliveryHost();
        AlertEntry? seen = null;
        host.Client.OnSms = _ =>
        {
            seen = host.Ledger.Recent(1).SingleOrDefault();
            host.Time.Advance(TimeSpan.FromSeconds(5));
            return Task.FromResult<MessageReceipt?>(host.Client.Taken());
        };

        var result = await DeliveryHost.EndAsync(host.Enqueue());

        (seen!.Outcome, seen.Segments, seen.Detail).Should().Be((AlertOutcome.Pending, 1, PitWall.Alerts.Twilio.Delivery.AlertHolds.UnderWay));
        var times = host.Ledger.Find(result.AlertId!)!.Times;
        times.Keys.Should().Equal(AlertStep.Decided, AlertStep.Admitted, AlertStep.Accepted);
        (times[AlertStep.Accepted] - times[AlertStep.Admitted]).Should().Be(TimeSpan.FromSeconds(5));
        host.Ledger.Recent(10).Should().ContainSingle();
    }

    [Fact]
    public async Task Client_GivesUpALeader_ItsFollowerIsUnderWayInItsPlace()
    {
        await using var host = new DeliveryHost(o => o.Delivery.Queue.SmsSegmentsPerSecond = 0);
        var (first, second) = (new TaskCompletionSource<MessageReceipt?>(), new TaskCompletionSource<MessageReceipt?>());
        var asked = new SemaphoreSlim(0);
        var answers = new Queue<Task<MessageReceipt?>>([first.Task, second.Task]);
        host.Client.OnSms = _ =>
        {
            asked.Release();
            return answers.Dequeue();
        };
        host.Enqueue();
        var follower = host.Enqueue();
        first.SetException(new AlertSuppressedException(SuppressionReason.Cancelled, "given up"));
        for (var i = 0; i < 2; i++)
            (await asked.WaitAsync(TimeSpan.FromSeconds(30))).Should().BeTrue();

        var entry = host.Ledger.Find(follower.Id)!;

        entry.Detail.Should().Be(PitWall.Alerts.Twilio.Delivery.AlertHolds.UnderWay);
        entry.Times.Keys.Should().Equal(AlertStep.Decided, AlertStep.Admitted);
        second.SetResult(host.Client.Taken());
        (await DeliveryHost.EndAsync(follower)).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public async Task Client_ThrowsWhatCannotBeRead_IsAnEndAndFreesItsPlace()
    {
        await using var host = new DeliveryHost(o => (o.Delivery.Queue.SmsSegmentsPerSecond, o.Delivery.Queue.MaxConcurrency) = (0, 1));
        host.Client.OnSms = static _ => throw new ArgumentOutOfRangeException("to", new Unreadable(), "bad");
        var unreadable = host.Enqueue("one");
        host.Client.OnSms = null;

        var next = host.Enqueue("two");

        (await DeliveryHost.EndAsync(unreadable)).Outcome.Should().Be(AlertOutcome.Unknown);
        (await DeliveryHost.EndAsync(next)).IsAccepted.Should().BeTrue();
        host.Dispatcher.UnderWay.Should().Be(0);
    }

    [Fact]
    public async Task TraceHandler_Throws_LeavesNoAlertWithoutItsEnd()
    {
        await using var host = new DeliveryHost(o => o.Delivery.Queue.SmsSegmentsPerSecond = 0);
        var isMine = new AsyncLocal<bool>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "PitWall.Alerts.Twilio",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        Activity.CurrentChanged += Throw;
        try
        {
            isMine.Value = true;
            (await DeliveryHost.EndAsync(host.Enqueue())).Outcome.Should().NotBe(AlertOutcome.Pending);
            host.Dispatcher.UnderWay.Should().Be(0);
        }
        finally
        {
            Activity.CurrentChanged -= Throw;
        }

        void Throw(object? sender, ActivityChangedEventArgs e)
        {
            if (isMine.Value)
                throw new InvalidOperationException("The handler is broken.");
        }
    }

    [Fact]
    public async Task Client_CancelledBeforeItsTurn_IsNotAsked()
    {
        await using var host = new DeliveryHost();
        host.Occupy();
        var handle = host.Enqueue();
        handle.TryCancel();

        host.Time.Advance(TimeSpan.FromSeconds(5));

        host.Client.Sent.Should().Be(1);
    }

    [Fact]
    public async Task Formatter_Throws_FailsTheAlertAndNotTheCaller()
    {
        await using var host = new DeliveryHost(add: s => s.Replace(ServiceDescriptor.Singleton<IStrategyAlertFormatter>(new BrokenFormatter())));

        var result = await DeliveryHost.EndAsync(host.Enqueue());

        result.Outcome.Should().Be(AlertOutcome.Failed);
        result.Detail.Should().Contain(nameof(FormatException));
    }

    [Fact]
    public async Task Normalizer_Throws_FailsTheAlertAndNotTheCaller()
    {
        await using var host = new DeliveryHost(add: s => s.Replace(ServiceDescriptor.Singleton<IPhoneNumberNormalizer>(new BrokenNormalizer())));

        (await DeliveryHost.EndAsync(host.Enqueue())).Outcome.Should().Be(AlertOutcome.Failed);
    }

    [Theory]
    [InlineData(true, "There is no sender for Sms: set PhoneNumber (Twilio_Phone_Number).")]
    [InlineData(false, "Twilio is not configured any more: the credentials went while the alert waited.")]
    public async Task Client_HasNothingToSendWith_SaysWhatIsMissing(bool isConfiguredYet, string detail)
    {
        await using var host = new DeliveryHost();
        host.Client.OnSms = _ =>
        {
            host.Client.OnIsConfigured = () => isConfiguredYet;
            return Task.FromResult<MessageReceipt?>(null);
        };

        var result = await DeliveryHost.EndAsync(host.Enqueue());

        (result.Outcome, result.Detail).Should().Be((AlertOutcome.NotConfigured, detail));
    }

    [Fact]
    public async Task IsConfigured_Throws_FailsTheAlertAndNotTheCaller()
    {
        await using var host = new DeliveryHost();
        host.Client.OnIsConfigured = static () => throw new InvalidOperationException("no vault for +34600111222");

        var result = await host.Alerts.SendCriticalAlertAsync(new CriticalAlert("Box"), AlertHost.Phone);

        result.Outcome.Should().Be(AlertOutcome.Failed);
        result.Detail.Should().Contain(nameof(InvalidOperationException)).And.NotContain("600111222");
        host.Ledger.Find(result.AlertId!)!.Outcome.Should().Be(AlertOutcome.Failed);
    }

    [Fact]
    public async Task Logger_Throws_KeepsNobodyWaiting()
    {
        await using var host = new DeliveryHost(add: s => s.AddLogging(l => l.AddProvider(new BrokenLogs()).SetMinimumLevel(LogLevel.Trace)));

        (await DeliveryHost.EndAsync(host.Enqueue())).IsAccepted.Should().BeTrue();
        host.Client.OnSms = _ => throw new ArgumentException("no");
        host.Time.Advance(TimeSpan.FromSeconds(1));
        (await DeliveryHost.EndAsync(host.Enqueue("again"))).Outcome.Should().Be(AlertOutcome.Failed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TraceListener_Throws_NeitherStopsTheAlertNorChangesItsEnd(bool atStart)
    {
        await using var host = new DeliveryHost();
        using var caller = new Activity("caller").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "PitWall.Alerts.Twilio",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = a => Throw(atStart && a.TraceId == caller.TraceId),
            ActivityStopped = a => Throw(!atStart && a.TraceId == caller.TraceId),
        };
        ActivitySource.AddActivityListener(listener);
        Activity? seen = null;
        host.Client.OnSms = _ =>
        {
            seen = Activity.Current;
            return Task.FromResult<MessageReceipt?>(host.Client.Taken());
        };

        var result = await DeliveryHost.EndAsync(host.Enqueue());

        result.Outcome.Should().Be(AlertOutcome.Accepted);
        host.Client.Sent.Should().Be(1);
        (seen == caller).Should().Be(atStart, "a span that could not begin must not be the parent of anything");
        Activity.Current.Should().Be(caller);
    }

    [Fact]
    public async Task MeterListener_Throws_KeepsNeitherTheEndNorItsLogBack()
    {
        var logs = new RecordingLogs();
        await using var host = new DeliveryHost(add: s => s.AddLogging(l => l.AddProvider(logs)));
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, host.Get<IMeterFactory>()))
                    l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => Throw(true));
        listener.Start();
        host.Client.OnSms = static _ => throw new ArgumentException("no");

        var result = await DeliveryHost.EndAsync(host.Enqueue());

        result.Outcome.Should().Be(AlertOutcome.Failed);
        logs.Entries.Should().ContainSingle(e => e.Id.Id == AlertEventIds.AlertFailed);
    }

    private static void Throw(bool now)
    {
        if (now)
            throw new InvalidOperationException("The listener is broken.");
    }

    private static Exception What(string name) => name switch
    {
        "time-out of its own" => new TaskCanceledException(),
        "anything" => new InvalidOperationException("to +34600111222"),
        "no answer" => new HttpRequestException("to +34600111222"),
        "server error" => new HttpRequestException("x", null, HttpStatusCode.BadGateway),
        "request time-out" => new HttpRequestException("x", null, HttpStatusCode.RequestTimeout),
        "refusal" => new HttpRequestException("to +34600111222", null, HttpStatusCode.BadRequest),
        "argument" => new ArgumentException("+34600111222 is no number"),
        "suppressed" => new AlertSuppressedException(SuppressionReason.Budget, "Spent on +34600111222."),
        "refusal of Twilio's" => new TwilioApiException(HttpStatusCode.BadRequest, TwilioErrorCode.OptedOut, "+34600111222 said STOP"),
        "answer of Twilio's that was lost" => new TwilioTransportException(TwilioTransportError.Reset, "sent to +34600111222"),
        _ => new AlertSuppressedException(SuppressionReason.None, "+34600111222"),
    };

    private sealed class BrokenFormatter : IStrategyAlertFormatter
    {
        public FormattedAlert Format(StrategyAlert alert, AlertFormatContext context) => throw new FormatException();
    }

    private sealed class BrokenNormalizer : IPhoneNumberNormalizer
    {
        public PhoneNumberResult Normalize(ReadOnlySpan<char> text) => throw new FormatException();

        public PhoneNumberResult Normalize(ReadOnlySpan<char> text, PhoneNumberOptions options) => throw new FormatException();
    }

    private sealed class BrokenLogs : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new InvalidOperationException("The log is full.");

        public void Dispose()
        {
        }
    }

    private sealed class Unreadable
    {
        public override string ToString() => throw new InvalidOperationException("There is no text.");
    }
}

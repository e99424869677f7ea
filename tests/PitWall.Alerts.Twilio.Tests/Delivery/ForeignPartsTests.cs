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
        var answer = new TaskCompletionSource<MessageReceipt?>();
        host.Client.OnSms = _ => answer.Task;

        var handle = host.Enqueue();

        var entry = host.Ledger.Find(handle.Id)!;
        (entry.Outcome, entry.Segments).Should().Be((AlertOutcome.Pending, 1));
        entry.Detail.Should().Be(PitWall.Alerts.Twilio.Delivery.AlertHolds.UnderWay);
        entry.Times.Should().ContainKeys(AlertStep.Decided, AlertStep.Admitted);
        answer.SetResult(host.Client.Taken());
        (await DeliveryHost.EndAsync(handle)).IsAccepted.Should().BeTrue();
        host.Ledger.Find(handle.Id)!.Times.Should().ContainKeys(AlertStep.Decided, AlertStep.Admitted, AlertStep.Accepted);
        host.Ledger.Recent(10).Should().ContainSingle();
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
}

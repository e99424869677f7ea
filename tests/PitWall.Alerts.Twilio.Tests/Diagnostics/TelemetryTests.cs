using System.Diagnostics;
using System.Diagnostics.Metrics;
using FaultMatrix.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Testing;
using PitWall.Alerts.Twilio.Tests.Api.Transmit;
using PitWall.Alerts.Twilio.Tests.Delivery;

namespace PitWall.Alerts.Twilio.Tests.Diagnostics;

public class TelemetryTests
{
    [Fact]
    public async Task Accepted_Alert_HasExactlyTheseMeasurementsAndTags()
    {
        await using var host = new WireHost();
        using var telemetry = new RecordedTelemetry(host.Get<IMeterFactory>());

        await host.SendAsync();

        Of(telemetry, "pitwall.alerts.outcomes").Tags.Should().Equal(Tags(
            ("pitwall.alert.kind", "strategy"), ("pitwall.alert.channel", "sms"), ("pitwall.alert.outcome", "accepted")));
        Of(telemetry, "pitwall.alerts.attempts").Tags.Should().Equal(Tags(("pitwall.alert.channel", "sms")));
        Of(telemetry, "pitwall.alerts.segments").Tags.Should().BeEmpty();
        Of(telemetry, "pitwall.alerts.duration").Tags.Should().Equal(Tags(
            ("pitwall.alert.channel", "sms"), ("pitwall.alert.outcome", "accepted")));
        telemetry.Measurements.Where(m => m.Instrument.StartsWith("pitwall.", StringComparison.Ordinal)).Should().HaveCount(4);
        telemetry.Measurements.Select(m => (m.Instrument, m.Unit)).Should().Contain([
            ("pitwall.alerts.outcomes", "{alert}"), ("pitwall.alerts.attempts", "{attempt}"),
            ("pitwall.alerts.segments", "{segment}"), ("pitwall.alerts.duration", "s")]);
    }

    [Fact]
    public async Task Failed_Alert_NamesTheErrorByTwiliosCode()
    {
        await using var host = new WireHost();
        using var telemetry = new RecordedTelemetry(host.Get<IMeterFactory>());
        host.OnCreates(WireFault.Error(400, 21211));

        await host.SendAsync();

        Of(telemetry, "pitwall.alerts.outcomes").Tags.Should().Equal(Tags(
            ("pitwall.alert.kind", "strategy"), ("pitwall.alert.channel", "sms"), ("pitwall.alert.outcome", "failed"), ("error.type", "21211")));
    }

    [Theory]
    [InlineData(SuppressionReason.Rehearsal, "rehearsal")]
    [InlineData(SuppressionReason.NotAllowed, "not_allowed")]
    [InlineData(SuppressionReason.Budget, "budget")]
    [InlineData(SuppressionReason.BelowSeverity, "below_severity")]
    [InlineData(SuppressionReason.InvalidNumber, "invalid_number")]
    public async Task Suppressed_Alert_IsCountedWithItsReason(SuppressionReason reason, string tag)
    {
        await using var host = new WireHost(o =>
        {
            o.Gate.Rehearsal = reason == SuppressionReason.Rehearsal;
            o.Gate.AllowedRecipients = reason == SuppressionReason.NotAllowed ? ["+34600111223"] : [];
            o.Gate.SegmentBudget = reason == SuppressionReason.Budget ? 0 : null;
            o.Delivery.LowestSeverity = reason == SuppressionReason.BelowSeverity ? AlertSeverity.High : AlertSeverity.Low;
        });
        using var telemetry = new RecordedTelemetry(host.Get<IMeterFactory>());

        var result = await host.Alerts.SendStrategyAlertAsync(
            new StrategyAlert(StrategyAlertType.Fuel, "x", AlertSeverity.Low), reason == SuppressionReason.InvalidNumber ? "+999 1" : Creates.To);

        result.Reason.Should().Be(reason);
        Of(telemetry, "pitwall.alerts.outcomes").Tags.Should().Equal(Tags(
            ("pitwall.alert.kind", "strategy"), ("pitwall.alert.channel", "sms"), ("pitwall.alert.outcome", "suppressed"), ("pitwall.alert.reason", tag)));
    }

    [Fact]
    public void Reasons_All_HaveATagOfTheirOwn() =>
        Enum.GetValues<SuppressionReason>().Where(r => r != SuppressionReason.None)
            .Select(PitWall.Alerts.Twilio.Delivery.AlertTelemetry.ReasonOf).Should().OnlyHaveUniqueItems().And.NotContain("other");

    [Fact]
    public async Task Queued_Alerts_ShowInTheGaugeOfTheirChannel()
    {
        await using var host = new DeliveryHost();
        using var telemetry = new RecordedTelemetry(host.Get<IMeterFactory>());
        host.Occupy();
        host.Enqueue("one");
        host.Enqueue("two");

        telemetry.Observe();

        telemetry.Of("pitwall.alerts.queued").Select(m => (m.Tags["pitwall.alert.channel"], m.Value))
            .Should().BeEquivalentTo([((object?)"sms", 2.0), ("whatsapp", 0.0), ("voice", 0.0)]);
    }

    [Fact]
    public async Task Queued_OfSeveralAccounts_AreSeriesOfTheirOwn()
    {
        await using var host = new DeliveryHost(add: s => s.AddPitWallTwilio("sprint", _ => { }));
        using var telemetry = new RecordedTelemetry(host.Get<IMeterFactory>());
        host.Occupy();
        host.Enqueue("one");
        host.Get<IServiceProvider>().GetRequiredKeyedService<IAlertQueue>("sprint");

        telemetry.Observe();

        telemetry.Of("pitwall.alerts.queued").Where(m => (string?)m.Tags["pitwall.alert.channel"] == "sms")
            .Select(m => (m.Tags.GetValueOrDefault("pitwall.account"), m.Value))
            .Should().BeEquivalentTo([((object?)null, 1.0), ("sprint", 0.0)]);
    }

    [Fact]
    public async Task Measurements_OfANamedAccount_AllHaveItsName()
    {
        await using var host = new DeliveryHost(add: static s => s.AddPitWallTwilio("sprint", static o =>
        {
            o.AccountSid = "AC" + new string('1', 32);
            o.AuthToken = new string('1', 32);
            o.PhoneNumber = "+15125550100";
        }).Services.AddKeyedSingleton<ITwilioAlertClient>("sprint", new FakeTwilioAlertClient()));
        using var telemetry = new RecordedTelemetry(host.Get<IMeterFactory>());
        var sprint = host.Get<IServiceProvider>().GetRequiredKeyedService<IPitWallAlerts>("sprint");

        await sprint.SendAsync(new StrategyAlert(StrategyAlertType.Fuel, "Fuel for 5 laps"), AlertHost.Phone);

        foreach (var instrument in new[] { "outcomes", "attempts", "segments", "duration" })
        {
            telemetry.Of($"pitwall.alerts.{instrument}").Should().ContainSingle().Which.Tags.GetValueOrDefault("pitwall.account")
                .Should().Be("sprint", instrument);
        }
    }

    [Fact]
    public async Task Span_OfARetriedSend_HasExactlyTheseTagsAndOneEvent()
    {
        await using var host = new WireHost();
        using var telemetry = new RecordedTelemetry(host.Get<IMeterFactory>());
        host.OnCreates(WireFault.Error(429, 20429));

        var result = await host.SendAsync();

        var span = telemetry.Spans.Should().ContainSingle(s => s.Source.Name == "PitWall.Alerts.Twilio").Subject;
        span.Kind.Should().Be(ActivityKind.Client);
        span.OperationName.Should().Be("pitwall.alert.send");
        span.ParentSpanId.Should().Be(telemetry.Root.SpanId);
        span.TagObjects.ToDictionary(t => t.Key, t => t.Value).Should().Equal(Tags(
            ("pitwall.alert.id", result.AlertId!), ("pitwall.alert.kind", "strategy"), ("pitwall.alert.channel", "sms"), ("pitwall.alert.outcome", "accepted")));
        var retry = span.Events.Should().ContainSingle().Subject;
        retry.Name.Should().Be("retry");
        retry.Tags.ToDictionary(t => t.Key, t => t.Value).Should().Equal(new Dictionary<string, object?> { ["pitwall.alert.attempt"] = 2 });
    }

    [Fact]
    public async Task Span_OfAFailedSend_SaysWhy()
    {
        await using var host = new WireHost();
        using var telemetry = new RecordedTelemetry(host.Get<IMeterFactory>());
        host.OnCreates(WireFault.Error(400, 21610));

        await host.SendAsync();

        var span = telemetry.Spans.Single(s => s.Source.Name == "PitWall.Alerts.Twilio");
        span.Status.Should().Be(ActivityStatusCode.Error);
        span.GetTagItem("error.type").Should().Be("21610");
        span.TagObjects.Should().HaveCount(5);
    }

    [Fact]
    public async Task Span_OfAnAlertThatWaited_BelongsToTheTraceOfItsOwnCaller()
    {
        await using var host = new DeliveryHost();
        using var telemetry = new RecordedTelemetry(host.Get<IMeterFactory>());
        host.Occupy();
        using var caller = new Activity("caller").Start();
        var waiting = host.Enqueue();
        caller.Stop();
        using var somebodyElse = new Activity("somebody else").Start();

        host.Time.Advance(TimeSpan.FromSeconds(1));
        await DeliveryHost.EndAsync(waiting);

        telemetry.Spans.Single(s => (string?)s.GetTagItem("pitwall.alert.id") == waiting.Id).ParentSpanId.Should().Be(caller.SpanId);
    }

    [Fact]
    public async Task Log_FailureSharedByDuplicates_IsSaidOnce()
    {
        var logs = new RecordingLogs();
        await using var host = new DeliveryHost(add: s => s.AddLogging(l => l.AddProvider(logs)));
        var answer = new TaskCompletionSource<MessageReceipt?>();
        host.Client.OnSms = _ => answer.Task;
        var handles = Enumerable.Range(0, 10).Select(_ => host.Enqueue()).ToList();

        answer.SetException(new ArgumentException("no"));
        await Task.WhenAll(handles.Select(DeliveryHost.EndAsync));

        logs.Entries.Where(e => e.Id.Id == AlertEventIds.AlertFailed).Should().ContainSingle();
    }

    private static RecordedTelemetry.Measured Of(RecordedTelemetry telemetry, string instrument) =>
        telemetry.Of(instrument).Should().ContainSingle().Subject;

    private static Dictionary<string, object?> Tags(params (string Key, string Value)[] tags) =>
        tags.ToDictionary(t => t.Key, t => (object?)t.Value);
}

using System.Diagnostics.Metrics;
using FaultMatrix.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Tests.Api.Transmit;

namespace PitWall.Alerts.Twilio.Tests.Diagnostics;

public class PersonalDataTests
{
    private const string Token = "5ec2e75ec2e75ec2e75ec2e75ec2e75e";
    private const string KeySecret = "api-key-secret-that-nobody-reads";
    private const string Body = "Driver feels dizzy";
    private const string Digits = "600111222";

    public static TheoryData<string> Scenarios => [.. All.Keys];

    private static Dictionary<string, Func<WireHost, Task<AlertResult>>> All { get; } = new()
    {
        ["accepted"] = host => SendAsync(host),
        ["WhatsApp"] = host => SendAsync(host, channel: AlertChannel.WhatsApp),
        ["call"] = host => SendAsync(host, channel: AlertChannel.Voice),
        ["refused with the number in Twilio's words"] = host => SendAsync(host, Quoting(400, 29999)),
        ["opted out"] = host => SendAsync(host, Quoting(400, 21610)),
        ["account refused"] = host => SendAsync(host, Quoting(401, 20003)),
        ["busy for ever"] = host => SendAsync(host, Quoting(429, 20429), Quoting(429, 20429), Quoting(429, 20429), Quoting(429, 20429)),
        ["lost and found"] = host => SendAsync(host, new WireFault { Resets = true, TakesEffect = true }),
        ["lost"] = host => SendAsync(host, new WireFault { Resets = true }),
        ["HTML"] = host => SendAsync(host, new WireFault { Answer = WireAnswer.Html() }),
        ["critical sent again"] = host =>
        {
            host.OnCreates(new WireFault { Resets = true });
            return host.Alerts.SendCriticalAlertAsync(new CriticalAlert(Body), "+34" + Digits);
        },
        ["duplicate"] = async host =>
        {
            await SendAsync(host);
            return await SendAsync(host);
        },
        ["no such number"] = host => host.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.Fuel, Body), "+999" + Digits),
        ["held back from the thin client"] = async host =>
        {
            host.Get<IOptOutList>().Add(E164PhoneNumber.Parse("+34" + Digits), AlertChannel.Sms);
            var send = () => host.Client.SendSmsAsync(new SmsMessage { To = "+34" + Digits, Body = Body });
            await send.Should().ThrowAsync<AlertSuppressedException>();
            return await SendAsync(host);
        },
        ["a rule of Twilio's broken"] = async host =>
        {
            var send = () => host.Client.SendSmsAsync(new SmsMessage { To = "+34" + Digits, Body = new string('x', 2_000) + Body });
            (await send.Should().ThrowAsync<ArgumentException>()).Which.Message.Should().NotContain(Body).And.NotContain(Digits);
            return await SendAsync(host);
        },
    };

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Scenario_LogsSpansMeasurementsAndErrors_HoldNothingPersonalAndNoSecret(string name)
    {
        var logs = new RecordingLogs();
        await using var host = new WireHost(
            o =>
            {
                o.AuthToken = Token;
                o.ApiKeySid = "SK" + new string('0', 32);
                o.ApiKeySecret = KeySecret;
            },
            b => b.Services.AddLogging(l => l.AddProvider(logs).SetMinimumLevel(LogLevel.Trace)));
        using var telemetry = new RecordedTelemetry(host.Get<IMeterFactory>());

        var result = await All[name](host);

        var said = logs.Entries.Select(e => e.Text)
            .Concat(telemetry.Spans.SelectMany(s => s.TagObjects.Select(t => $"{t.Key}={t.Value}").Append(s.DisplayName)))
            .Concat(telemetry.Spans.SelectMany(s => s.Events.SelectMany(e => e.Tags.Select(t => $"{t.Key}={t.Value}").Append(e.Name))))
            .Concat(telemetry.Measurements.SelectMany(m => m.Tags.Select(t => $"{t.Key}={t.Value}")))
            .Concat([result.Detail, result.Error?.ToString(), host.Ledger.Find(result.AlertId!)!.ToString(), result.Message?.ToString()])
            .OfType<string>().ToList();
        said.Should().NotBeEmpty();
        foreach (var secret in new[] { Digits, Body, Token, KeySecret, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(KeySecret))[..20] })
            said.Should().NotContain(text => text.Contains(secret, StringComparison.OrdinalIgnoreCase), "'{0}' is nobody's business", secret);
    }

    private static WireFault Quoting(int status, int code) => new()
    {
        Answer = new WireAnswer(status, $$"""{"code":{{code}},"message":"The 'To' number +34{{Digits}} is not OK","status":{{status}}}"""),
    };

    private static Task<AlertResult> SendAsync(WireHost host, params WireFault?[] faults) => SendAsync(host, AlertChannel.Sms, faults);

    private static Task<AlertResult> SendAsync(WireHost host, AlertChannel channel, params WireFault?[] faults)
    {
        host.OnCreates(faults);
        return host.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.Fuel, Body), new AlertRecipient("+34" + Digits, channel));
    }
}

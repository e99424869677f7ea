using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Testing;
using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Tests.Webhooks;

public class CallScriptTests
{
    private const string Root = "https://pit.example/twilio/voice";

    private static readonly string Sid = WebhookBench.CallSid(1);

    [Fact]
    public async Task AnswerCall_KnownToken_SpeaksTheWordsAndNothingOfThemIsInTheUrl()
    {
        await using var bench = new WebhookBench();
        var token = bench.Get<CallScripts>().Publish(new CallScript("alert-1", "<Response><Say>Box this lap</Say></Response>", Thanks: null));

        var answer = bench.Webhooks.AnswerCall(token, Request(token));

        answer.StatusCode.Should().Be(200);
        answer.Body.Should().Contain("Box this lap");
        token.Should().MatchRegex("^[A-Za-z0-9_-]{16}$");
    }

    [Fact]
    public async Task AnswerCall_UnsignedRequest_IsForbidden()
    {
        await using var bench = new WebhookBench();
        var token = bench.Get<CallScripts>().Publish(new CallScript("alert-1", "<Response/>", Thanks: null));

        var answer = bench.Webhooks.AnswerCall(token, new TwilioWebhookRequest { Url = $"{Root}/{token}", Method = "GET" });

        answer.StatusCode.Should().Be(403);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("old")]
    [InlineData("another-calls")]
    [InlineData("used-up")]
    public async Task AnswerCall_TokenThatIsNoGood_HangsUpWithoutAnError(string why)
    {
        await using var bench = new WebhookBench();
        var token = bench.Get<CallScripts>().Publish(new CallScript("alert-1", "<Response><Say>Box</Say></Response>", Thanks: null));
        switch (why)
        {
            case "unknown":
                token = "AAAAAAAAAAAAAAAA";
                break;
            case "old":
                bench.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
                break;
            case "another-calls":
                for (var call = 2; call < 6; call++)
                    bench.Webhooks.AnswerCall(token, Request(token, WebhookBench.CallSid(call)));
                break;
            default:
                for (var i = 0; i < 5; i++)
                    bench.Webhooks.AnswerCall(token, Request(token));
                break;
        }

        var answer = bench.Webhooks.AnswerCall(token, Request(token));

        answer.StatusCode.Should().Be(200);
        answer.Body.Should().Be("<Response><Hangup /></Response>");
        bench.Log.Count(AlertEventIds.CallScriptUnknown).Should().Be(1);
    }

    [Fact]
    public async Task AnswerCall_ConfirmingKey_IsHeard()
    {
        await using var bench = new WebhookBench();
        bench.Accept(bench.Open("alert-1", AlertChannel.Voice), Sid);
        var token = bench.Get<CallScripts>().Publish(
            new CallScript("alert-1", "<Response><Gather/></Response>", "<Response><Say>Confirmed.</Say></Response>"));
        bench.Webhooks.AnswerCall(token, Request(token));

        var other = bench.Webhooks.AnswerCall(token, Request(token, digits: "7"));
        var confirmed = bench.Webhooks.AnswerCall(token, Request(token, digits: "1"));

        other.Body.Should().Contain("Gather");
        confirmed.Body.Should().Contain("Confirmed.");
        bench.Ledger.Find("alert-1")!.Times.Should().ContainKeys(AlertStep.Delivered, AlertStep.Heard);
    }

    [Fact]
    public async Task SendCriticalAlertAsync_VoiceByUrl_IsFetchedSpokenAndConfirmed()
    {
        await using var host = await AlertHost.StartAsync(options => options.Voice.ScriptAddress = new Uri(Root));

        var result = await host.Alerts.SendCriticalAlertAsync(
            new CriticalAlert("Stop the car, <fire> & smoke"), new AlertRecipient(AlertHost.Phone, AlertChannel.Voice));

        result.Outcome.Should().Be(AlertOutcome.Accepted);
        var create = host.Creates.Single();
        var url = create.Field("Url")!;
        url.Should().MatchRegex($"^{Root}/[A-Za-z0-9_-]{{16}}$");
        create.Field("Twiml").Should().BeNull();
        var script = host.Get<CallScripts>().Fetch(url[(Root.Length + 1)..], result.Sid!)!;
        script.AlertId.Should().Be(result.AlertId);
        script.Thanks.Should().BeNull();
        XDocument.Parse(script.Words).Descendants("Say").First().Value.Should().Contain("less than fire more than and smoke", "marks are spoken, and never markup");
    }

    [Fact]
    public async Task SendCriticalAlertAsync_AsksForKey_GathersOne()
    {
        await using var host = await AlertHost.StartAsync(options =>
        {
            options.Voice.ScriptAddress = new Uri(Root + "/");
            options.Voice.AsksForKey = true;
            options.Voice.KeyPrompt = "Pulsa 1.";
            options.Voice.Language = "es-ES";
        });

        var result = await host.Alerts.SendCriticalAlertAsync(
            new CriticalAlert("Para el coche"), new AlertRecipient(AlertHost.Phone, AlertChannel.Voice));

        var url = host.Creates.Single().Field("Url")!;
        var script = host.Get<CallScripts>().Fetch(url[(Root.Length + 1)..], result.Sid!)!;
        var gather = XDocument.Parse(script.Words).Root!.Elements().First();
        gather.Name.LocalName.Should().Be("Gather");
        gather.Attribute("numDigits")!.Value.Should().Be("1");
        gather.Elements("Say").Select(say => say.Value).Should().HaveCount(4).And.Contain("Pulsa 1.");
        gather.Elements("Say").Should().OnlyContain(say => say.Attribute("language")!.Value == "es-ES");
        XDocument.Parse(script.Thanks!).Descendants("Say").Single().Value.Should().Be("Confirmed.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SendCriticalAlertAsync_LongVoiceByUrl_IsSpokenInFullAndLessOften(bool asksForKey)
    {
        await using var host = await AlertHost.StartAsync(options =>
        {
            options.Voice.ScriptAddress = new Uri(Root);
            options.Voice.AsksForKey = asksForKey;
            options.Voice.Repeat = 5;
        });
        var message = string.Concat(Enumerable.Repeat("Debris on the racing line. ", 40)) + "Box now.";

        var result = await host.Alerts.SendCriticalAlertAsync(new CriticalAlert(message), new AlertRecipient(AlertHost.Phone, AlertChannel.Voice));

        var script = host.Get<CallScripts>().Fetch(host.Creates.Single().Field("Url")![(Root.Length + 1)..], result.Sid!)!;
        var words = XDocument.Parse(script.Words).Descendants("Say").Select(say => say.Value).Where(said => said.Contains("Debris", StringComparison.Ordinal));
        words.Should().HaveCount(3).And.OnlyContain(said => said.Contains("Box now.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task SendCriticalAlertAsync_WordsOfAForeignFormatterThatDoNotFit_AreCutAndTheResultSaysSo(bool isByUrl, bool asksForKey)
    {
        await using var host = await AlertHost.StartAsync(
            options => (options.Voice.ScriptAddress, options.Voice.AsksForKey) = (isByUrl ? new Uri(Root) : null, asksForKey),
            services => services.Replace(ServiceDescriptor.Singleton<ICriticalAlertFormatter>(new Chatterer())));

        var result = await host.Alerts.SendCriticalAlertAsync(new CriticalAlert("Stop the car"), new AlertRecipient(AlertHost.Phone, AlertChannel.Voice));

        (result.Outcome, result.IsCut, result.Call!.IsMessageCut).Should().Be((AlertOutcome.Accepted, true, true));
        host.Creates.Should().ContainSingle();
    }

    [Fact]
    public async Task AnswerCall_SecondCallOfOneAlert_SpeaksToo()
    {
        await using var bench = new WebhookBench();
        var token = bench.Get<CallScripts>().Publish(new CallScript("alert-1", "<Response><Say>Box</Say></Response>", Thanks: null));

        for (var call = 1; call <= 4; call++)
            bench.Webhooks.AnswerCall(token, Request(token, WebhookBench.CallSid(call))).Body.Should().Contain("Box", "a create may be repeated three times");

        bench.Webhooks.AnswerCall(token, Request(token, WebhookBench.CallSid(5))).Body.Should().Contain("Hangup");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task AnswerCall_TheRightKeyAfterWrongOnes_IsHeard(int wrong)
    {
        await using var bench = new WebhookBench();
        var token = bench.Get<CallScripts>().Publish(new CallScript("alert-1", "<Response><Say>Box</Say></Response>", "<Response><Say>Thanks</Say></Response>"));
        bench.Webhooks.AnswerCall(token, Request(token));
        for (var i = 0; i < wrong; i++)
            bench.Webhooks.AnswerCall(token, Request(token, digits: "2")).Body.Should().Contain("Box");

        bench.Webhooks.AnswerCall(token, Request(token, digits: "1")).Body.Should().Contain("Thanks");
    }

    [Fact]
    public void Publish_OptionsThatAskForScripts_AreReadOutsideTheLock()
    {
        CallScripts? sut = null;
        var (wasFree, isAsking) = (true, false);
        sut = new CallScripts(
            new Entropy(),
            new ManualTimeProvider(),
            () =>
            {
                if (!isAsking)
                {
                    isAsking = true;
                    var caller = new Thread(() => sut!.Fetch("AAAAAAAAAAAAAAAA", Sid)) { IsBackground = true };
                    caller.Start();
                    wasFree &= caller.Join(TimeSpan.FromSeconds(30));
                    isAsking = false;
                }

                return new PitWallTwilioOptions();
            });

        var token = sut.Publish(new CallScript("alert-1", "<Response/>", Thanks: null));
        sut.Fetch(token, Sid);

        wasFree.Should().BeTrue();
    }

    [Fact]
    public async Task AnswerCall_WrongKeysForEver_AreHeardOut()
    {
        await using var bench = new WebhookBench();
        var token = bench.Get<CallScripts>().Publish(new CallScript("alert-1", "<Response><Say>Box</Say></Response>", "<Response><Say>Thanks</Say></Response>"));
        for (var i = 0; i < 5; i++)
            bench.Webhooks.AnswerCall(token, Request(token, digits: "2"));

        bench.Webhooks.AnswerCall(token, Request(token, digits: "2")).Body.Should().Contain("Hangup");
    }

    private static TwilioWebhookRequest Request(string token, string? callSid = null, string? digits = null)
    {
        (string, string)[] fields = [("CallSid", callSid ?? Sid), ("CallStatus", "in-progress")];
        return WebhookBench.Signed($"{Root}/{token}", digits is null ? fields : [.. fields, ("Digits", digits)]);
    }

    private sealed class Chatterer : ICriticalAlertFormatter
    {
        public FormattedAlert Format(CriticalAlert alert, AlertFormatContext context) =>
            new() { Text = string.Concat(Enumerable.Repeat($"{alert.Message} now. ", 250)) };
    }
}

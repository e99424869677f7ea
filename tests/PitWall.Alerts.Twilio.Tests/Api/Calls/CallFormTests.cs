using System.Xml.Linq;

namespace PitWall.Alerts.Twilio.Tests.Api.Calls;

/// <summary>Every parameter of a call as Twilio reads it (Twilio docs, Call resource, request parameters).</summary>
public class CallFormTests
{
    private const string Hello = "<Response><Say>Hello</Say></Response>";

    private static readonly VoiceCall Plain = new() { To = RawHost.Phone, Twiml = Hello };

    [Fact]
    public async Task PlaceCallAsync_Twiml_PostsItAsItIs()
    {
        await using var host = RawHost.Start();

        var receipt = await host.Client.PlaceCallAsync(Plain);

        receipt!.Sid.Should().Be(RawHost.CallSid);
        host.Only.Line.Should().Be($"POST /2010-04-01/Accounts/{RawHost.AccountSid}/Calls.json HTTP/1.1");
        host.Only.Form.Should().Equal(("To", RawHost.Phone), ("From", RawHost.Sender), ("Twiml", Hello), ("Timeout", "30"));
    }

    public static TheoryData<VoiceCall, string> Parameters => new()
    {
        { Plain with { From = "+15125550199" }, "From=+15125550199" },
        { Plain with { Twiml = null, Url = new("https://pit.example/twiml?a=1") }, "Url=https://pit.example/twiml?a=1" },
        { Plain with { Twiml = null, Url = new("https://pit.example/t"), UrlMethod = CallbackMethod.Get }, "Url=https://pit.example/t|Method=GET" },
        { Plain with { Record = true }, "Record=true" },
        { Plain with { RingTimeout = TimeSpan.FromSeconds(5) }, "Timeout=5" },
        { Plain with { RingTimeout = TimeSpan.FromSeconds(600) }, "Timeout=600" },
        { Plain with { TimeLimit = TimeSpan.FromSeconds(1) }, "TimeLimit=1" },
        { Plain with { TimeLimit = TimeSpan.FromHours(24) }, "TimeLimit=86400" },
        { Plain with { MachineDetection = MachineDetection.Enable }, "MachineDetection=Enable" },
        { Plain with { MachineDetection = MachineDetection.DetectMessageEnd }, "MachineDetection=DetectMessageEnd" },
        { Plain with { SendDigits = "0123456789*#wW" }, "SendDigits=0123456789*#wW" },
        { Plain with { StatusCallback = new("https://pit.example/s") }, "StatusCallback=https://pit.example/s" },
        { Plain with { StatusCallback = new("https://pit.example/s"), StatusCallbackMethod = CallbackMethod.Get }, "StatusCallback=https://pit.example/s|StatusCallbackMethod=GET" },
        {
            Plain with { StatusCallback = new("https://pit.example/s"), StatusCallbackEvents = CallStatusEvents.All },
            "StatusCallback=https://pit.example/s|StatusCallbackEvent=initiated|StatusCallbackEvent=ringing|StatusCallbackEvent=answered|StatusCallbackEvent=completed"
        },
        { Plain with { StatusCallback = new("https://pit.example/s"), StatusCallbackEvents = CallStatusEvents.Answered }, "StatusCallback=https://pit.example/s|StatusCallbackEvent=answered" },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task PlaceCallAsync_Parameter_IsOnTheWireAsTwilioNamesIt(VoiceCall call, string expected)
    {
        await using var host = RawHost.Start();

        await host.Client.PlaceCallAsync(call);

        var common = new[] { "To=+34600111222", "From=+15125550100", "Twiml=" + Hello, "Timeout=30" };
        host.Only.Form.Select(f => $"{f.Name}={f.Value}").Except(common).Should().Equal(expected.Split('|'));
    }

    [Fact]
    public async Task PlaceCallAsync_RingTimeoutOfTheOptions_IsTakenWhereTheCallHasNone()
    {
        await using var host = RawHost.Start(o => o.Voice.RingTimeout = TimeSpan.FromSeconds(45));

        await host.Client.PlaceCallAsync(Plain);

        host.Only.Form.Should().ContainSingle(f => f.Name == "Timeout").Which.Value.Should().Be("45");
    }

    [Fact]
    public async Task PlaceCallAsync_EventsWithoutACallback_AreNotSent()
    {
        await using var host = RawHost.Start();

        await host.Client.PlaceCallAsync(Plain with { StatusCallbackEvents = CallStatusEvents.All });

        host.Only.Form.Should().NotContain(f => f.Name.StartsWith("StatusCallback", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PlaceCallAsync_HostileMessage_IsSpokenAndNeverObeyed()
    {
        await using var host = RawHost.Start(o => (o.Voice.Voice, o.Voice.Language) = ("Polly.Amy-Neural", "en-GB"));
        const string hostile = "</Say><Dial>+19005550100</Dial>&amp; \" ' ]]> <!-- \u0000\uD83D \u0008 P1 & P2";

        await host.Client.PlaceCallAsync(new VoiceCall { To = RawHost.Phone, Message = hostile });

        var response = XDocument.Parse(host.Only.Form.Single(f => f.Name == "Twiml").Value).Root!;
        response.Elements().Select(e => e.Name.LocalName).Should().Equal("Say", "Pause", "Say", "Hangup");
        var said = response.Elements("Say").First();
        said.Attribute("voice")!.Value.Should().Be("Polly.Amy-Neural");
        said.Attribute("language")!.Value.Should().Be("en-GB");
        said.Value.Should().StartWith("</Say><Dial>+19005550100</Dial>&amp; \" ' ]]> <!--").And.EndWith("P1 & P2");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task PlaceCallAsync_Message_IsSpokenAsOftenAsTheOptionsSay(int times)
    {
        await using var host = RawHost.Start(o => o.Voice.Repeat = times);

        await host.Client.PlaceCallAsync(new VoiceCall { To = RawHost.Phone, Message = "Box", Voice = "alice", Language = "fr-FR" });

        var says = XDocument.Parse(host.Only.Form.Single(f => f.Name == "Twiml").Value).Root!.Elements("Say").ToList();
        says.Should().HaveCount(times).And.OnlyContain(s => s.Attribute("voice")!.Value == "alice" && s.Attribute("language")!.Value == "fr-FR");
    }

    [Fact]
    public async Task PlaceCallAsync_MessageThatFitsOnlyOnce_IsSpokenOnceAndWhole()
    {
        await using var host = RawHost.Start();
        var message = string.Join(' ', Enumerable.Repeat("lap", 625));

        var receipt = await host.Client.PlaceCallAsync(new VoiceCall { To = RawHost.Phone, Message = message });

        var twiml = host.Only.Form.Single(f => f.Name == "Twiml").Value;
        twiml.Length.Should().BeLessOrEqualTo(4000);
        XDocument.Parse(twiml).Root!.Elements("Say").Should().ContainSingle().Which.Value.Should().Be(message);
        receipt!.IsMessageCut.Should().BeFalse();
    }

    [Fact]
    public async Task PlaceCallAsync_NumberCannotCall_AnswersNull()
    {
        await using var host = RawHost.Start(o => o.PhoneNumber = "PITWALL");

        (await host.Client.PlaceCallAsync(Plain)).Should().BeNull();
        host.Server.Requests.Should().BeEmpty();
    }
}

namespace PitWall.Alerts.Twilio.Tests.Api.Calls;

/// <summary>Twilio's limits on calls, refused before a request is made.</summary>
public class CallRulesTests
{
    private static readonly VoiceCall Plain = new() { To = RawHost.Phone, Twiml = "<Response/>" };

    public static TheoryData<VoiceCall, string, string> Broken => new()
    {
        { Plain with { To = " " }, "To", "empty" },
        { Plain with { To = "911" }, "To", "number" },
        { Plain with { To = "whatsapp:+34600111222" }, "To", "WhatsApp" },
        { Plain with { Twiml = null }, "Message", "Twiml or Url" },
        { Plain with { Message = "Box" }, "Message", "only one" },
        { Plain with { Url = new Uri("https://pit.example/") }, "Message", "only one" },
        { Plain with { Twiml = null, Message = " " }, "Message", "empty" },
        { Plain with { Twiml = "" }, "Twiml", "empty" },
        { Plain with { Twiml = new string('x', 4001) }, "Twiml", "4,000" },
        { Plain with { Twiml = null, Message = string.Join(' ', Enumerable.Repeat("lap", 1000)) }, "Message", "4,000" },
        { Plain with { Twiml = null, Url = new Uri("twiml", UriKind.Relative) }, "Url", "absolute" },
        { Plain with { Twiml = null, Url = new Uri("https://pit.example/"), UrlMethod = (CallbackMethod)2 }, "UrlMethod", "Post or Get" },
        { Plain with { From = "PITWALL" }, "From", "E.164" },
        { Plain with { From = "whatsapp:+15125550100" }, "From", "E.164" },
        { Plain with { From = "" }, "From", "E.164" },
        { Plain with { Voice = "alice\" onload=\"x" }, "Voice", "letters" },
        { Plain with { Language = "\uD83D" }, "Language", "letters" },
        { Plain with { RingTimeout = TimeSpan.FromSeconds(4.9) }, "RingTimeout", "5 s" },
        { Plain with { RingTimeout = TimeSpan.FromSeconds(601) }, "RingTimeout", "600 s" },
        { Plain with { TimeLimit = TimeSpan.Zero }, "TimeLimit", "1 s" },
        { Plain with { TimeLimit = TimeSpan.FromSeconds(86_401) }, "TimeLimit", "86,400 s" },
        { Plain with { SendDigits = "" }, "SendDigits", "32" },
        { Plain with { SendDigits = "1a" }, "SendDigits", "0-9" },
        { Plain with { SendDigits = new string('1', 33) }, "SendDigits", "32" },
        { Plain with { MachineDetection = (MachineDetection)9 }, "MachineDetection", "Enable" },
        { Plain with { StatusCallback = new Uri("https://pit_wall.example/") }, "StatusCallback", "underscore" },
        { Plain with { StatusCallbackMethod = (CallbackMethod)2 }, "StatusCallbackMethod", "Post or Get" },
        { Plain with { StatusCallbackEvents = (CallStatusEvents)32 }, "StatusCallbackEvents", "not known" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task PlaceCallAsync_BrokenRule_NamesFieldAndRuleAndSendsNothing(VoiceCall call, string field, string rule)
    {
        await using var host = RawHost.Start();

        var act = () => host.Client.PlaceCallAsync(call);

        var refusal = (await act.Should().ThrowAsync<ArgumentException>()).Which;
        refusal.ParamName.Should().Be(field);
        refusal.Message.Should().StartWith(field).And.Contain(rule);
        host.Server.Connections.Should().Be(0);
    }

    [Fact]
    public async Task PlaceCallAsync_TwimlOfFourThousandCharacters_IsSent()
    {
        await using var host = RawHost.Start();

        var receipt = await host.Client.PlaceCallAsync(Plain with { Twiml = new string('x', 4000) });

        receipt.Should().NotBeNull();
    }
}

namespace PitWall.Alerts.Twilio.Tests.Api.Messages;

/// <summary>A WhatsApp message on the wire, and its rules.</summary>
public class WhatsAppTests
{
    private static readonly WhatsAppMessage Plain = new() { To = RawHost.Phone, Body = "Box this lap" };

    [Theory]
    [InlineData("+34600111222")]
    [InlineData("whatsapp:+34600111222")]
    [InlineData("WhatsApp:+34 600 111 222")]
    public async Task SendWhatsAppAsync_AnyWayOfWriting_PrefixesBothEndsOnce(string to)
    {
        await using var host = RawHost.Start(o => o.WhatsAppNumber = "WHATSAPP:+15125550101");

        await host.Client.SendWhatsAppAsync(Plain with { To = to });

        host.Only.BodyText.Should().Be("To=whatsapp%3A%2B34600111222&From=whatsapp%3A%2B15125550101&Body=Box%20this%20lap");
    }

    public static TheoryData<WhatsAppMessage, string> Parameters => new()
    {
        { Plain with { From = "+15125550199" }, "From=whatsapp:+15125550199" },
        { Plain with { MessagingServiceSid = RawHost.ServiceSid }, $"MessagingServiceSid={RawHost.ServiceSid}" },
        { Plain with { MediaUrls = [new("https://pit.example/a.png"), new("https://pit.example/b.png")] }, "MediaUrl=https://pit.example/a.png|MediaUrl=https://pit.example/b.png" },
        { Plain with { ContentSid = RawHost.ContentSid, ContentVariables = new Dictionary<string, string> { ["1"] = "Box" } }, $"ContentSid={RawHost.ContentSid}|ContentVariables={{\"1\":\"Box\"}}" },
        { Plain with { StatusCallback = new("https://pit.example/s"), StatusCallbackMethod = CallbackMethod.Get }, "StatusCallback=https://pit.example/s|StatusCallbackMethod=GET" },
        { Plain with { ValidityPeriod = TimeSpan.FromMinutes(3) }, "ValidityPeriod=180" },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task SendWhatsAppAsync_Parameter_IsOnTheWireAsTwilioNamesIt(WhatsAppMessage message, string expected)
    {
        await using var host = RawHost.Start();

        await host.Client.SendWhatsAppAsync(message);

        var common = new[] { "To=whatsapp:+34600111222", "Body=Box this lap", "From=whatsapp:+15125550101" };
        host.Only.Form.Select(f => $"{f.Name}={f.Value}").Except(common).Should().Equal(expected.Split('|'));
    }

    [Fact]
    public async Task SendWhatsAppAsync_ServiceOfItsOwn_LeavesTheSenderToTheService()
    {
        await using var host = RawHost.Start();

        await host.Client.SendWhatsAppAsync(Plain with { MessagingServiceSid = RawHost.ServiceSid });

        host.Only.Form.Should().NotContain(f => f.Name == "From");
    }

    public static TheoryData<WhatsAppMessage, string, string> Broken => new()
    {
        { Plain with { To = "whatsapp:" }, "To", "number" },
        { Plain with { To = "whatsapp:+15125550101" }, "To", "own number" },
        { Plain with { Body = null }, "Body", "empty" },
        { Plain with { Body = new string('x', 1601) }, "Body", "1,600" },
        { Plain with { From = "PITWALL" }, "From", "E.164" },
        { Plain with { From = "" }, "From", "E.164" },
        { Plain with { MessagingServiceSid = "MG1" }, "MessagingServiceSid", "MG" },
        { Plain with { ContentSid = "x" }, "ContentSid", "HX" },
        { Plain with { StatusCallback = new Uri("https://a_b.example/") }, "StatusCallback", "underscore" },
        { Plain with { StatusCallbackMethod = (CallbackMethod)7 }, "StatusCallbackMethod", "Post or Get" },
        { Plain with { ValidityPeriod = TimeSpan.Zero }, "ValidityPeriod", "1 s" },
        { Plain with { SendAt = DateTimeOffset.MaxValue }, "SendAt", "MessagingServiceSid" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task SendWhatsAppAsync_BrokenRule_NamesFieldAndRuleAndSendsNothing(WhatsAppMessage message, string field, string rule)
    {
        await using var host = RawHost.Start();

        var act = () => host.Client.SendWhatsAppAsync(message);

        var refusal = (await act.Should().ThrowAsync<ArgumentException>()).Which;
        refusal.ParamName.Should().Be(field);
        refusal.Message.Should().StartWith(field).And.Contain(rule);
        host.Server.Connections.Should().Be(0);
    }

    [Fact]
    public async Task SendWhatsAppAsync_NoSender_AnswersNull()
    {
        await using var host = RawHost.Start(o => o.WhatsAppNumber = null);

        (await host.Client.SendWhatsAppAsync(Plain)).Should().BeNull();
        host.Server.Requests.Should().BeEmpty();
    }
}

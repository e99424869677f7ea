namespace PitWall.Alerts.Twilio.Tests.Api.Messages;

/// <summary>Every parameter of a text as Twilio reads it (Twilio docs, Message resource, request parameters).</summary>
public class SmsFormTests
{
    private static readonly SmsMessage Plain = new() { To = RawHost.Phone, Body = "Box this lap" };

    [Fact]
    public async Task SendSmsAsync_Plain_PostsRecipientSenderAndBodyAndNothingElse()
    {
        await using var host = RawHost.Start();

        await host.Client.SendSmsAsync(Plain);

        host.Only.Line.Should().Be($"POST /2010-04-01/Accounts/{RawHost.AccountSid}/Messages.json HTTP/1.1");
        host.Only.Header("Content-Type").Should().Be("application/x-www-form-urlencoded");
        host.Only.BodyText.Should().Be("To=%2B34600111222&From=%2B15125550100&Body=Box%20this%20lap");
    }

    public static TheoryData<SmsMessage, string> Parameters => new()
    {
        { Plain with { From = "+15125550199" }, "From=+15125550199" },
        { Plain with { From = "12345" }, "From=12345" },
        { Plain with { From = "PITWALL" }, "From=PITWALL" },
        { Plain with { MessagingServiceSid = RawHost.ServiceSid }, $"MessagingServiceSid={RawHost.ServiceSid}" },
        { Plain with { MediaUrls = [new("https://pit.example/a.png?v=1&w=2"), new("https://pit.example/b.png")] }, "MediaUrl=https://pit.example/a.png?v=1&w=2|MediaUrl=https://pit.example/b.png" },
        { Plain with { ContentSid = RawHost.ContentSid }, $"ContentSid={RawHost.ContentSid}" },
        { Plain with { StatusCallback = new("https://pit.example/status") }, "StatusCallback=https://pit.example/status" },
        { Plain with { StatusCallback = new("https://pit.example/s"), StatusCallbackMethod = CallbackMethod.Get }, "StatusCallback=https://pit.example/s|StatusCallbackMethod=GET" },
        { Plain with { StatusCallback = new("https://pit.example/s"), StatusCallbackMethod = CallbackMethod.Post }, "StatusCallback=https://pit.example/s|StatusCallbackMethod=POST" },
        { Plain with { ValidityPeriod = TimeSpan.FromSeconds(1) }, "ValidityPeriod=1" },
        { Plain with { ValidityPeriod = TimeSpan.FromSeconds(36_000) }, "ValidityPeriod=36000" },
        { Plain with { ValidityPeriod = TimeSpan.FromSeconds(179.9) }, "ValidityPeriod=179" },
        { Plain with { SmartEncoded = true }, "SmartEncoded=true" },
        { Plain with { SmartEncoded = false }, "SmartEncoded=false" },
        { Plain with { RiskCheck = true }, "RiskCheck=enable" },
        { Plain with { RiskCheck = false }, "RiskCheck=disable" },
        { Plain with { RetainContent = true }, "ContentRetention=retain" },
        { Plain with { RetainContent = false }, "ContentRetention=discard" },
        { Plain with { RetainAddress = true }, "AddressRetention=retain" },
        { Plain with { RetainAddress = false }, "AddressRetention=obfuscate" },
        { Plain with { MessagingServiceSid = RawHost.ServiceSid, ShortenUrls = true }, $"MessagingServiceSid={RawHost.ServiceSid}|ShortenUrls=true" },
        { Plain with { ShortenUrls = false }, "ShortenUrls=false" },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task SendSmsAsync_Parameter_IsOnTheWireAsTwilioNamesIt(SmsMessage message, string expected)
    {
        await using var host = RawHost.Start();

        await host.Client.SendSmsAsync(message);

        var common = new[] { "To=+34600111222", "Body=Box this lap", "From=+15125550100" };
        host.Only.Form.Select(f => $"{f.Name}={f.Value}").Except(common).Should().Equal(expected.Split('|'));
    }

    [Fact]
    public async Task SendSmsAsync_SenderAndService_SendsBoth()
    {
        await using var host = RawHost.Start();

        await host.Client.SendSmsAsync(Plain with { From = "+15125550199", MessagingServiceSid = RawHost.ServiceSid });

        host.Only.Form.Should().Contain([("From", "+15125550199"), ("MessagingServiceSid", RawHost.ServiceSid)]);
    }

    [Fact]
    public async Task SendSmsAsync_ServiceInTheOptions_WinsOverTheirNumberAndLosesToTheMessagesSender()
    {
        await using var host = RawHost.Start(o => o.MessagingServiceSid = RawHost.ServiceSid);

        await host.Client.SendSmsAsync(Plain);
        await host.Client.SendSmsAsync(Plain with { From = "+15125550199" });

        host.Server.Requests[0].Form.Select(f => f.Name).Should().Equal("To", "MessagingServiceSid", "Body");
        host.Server.Requests[1].Form.Select(f => f.Name).Should().Equal("To", "From", "Body");
    }

    [Fact]
    public async Task SendSmsAsync_Template_SendsVariablesAsOneJsonObject()
    {
        await using var host = RawHost.Start();
        var variables = new Dictionary<string, string> { ["1"] = "Lap \"23\" 🔴", ["time"] = "{12:30}\\\n", ["lone"] = "a\uD83Db" };

        await host.Client.SendSmsAsync(Plain with { Body = null, ContentSid = RawHost.ContentSid, ContentVariables = variables });

        var json = host.Only.Form.Single(f => f.Name == "ContentVariables").Value;
        System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(json).Should().Equal(
            new Dictionary<string, string> { ["1"] = "Lap \"23\" 🔴", ["time"] = "{12:30}\\\n", ["lone"] = "a\uFFFDb" });
    }

    [Fact]
    public async Task SendSmsAsync_TemplateWithoutVariables_SendsNoEmptyObject()
    {
        await using var host = RawHost.Start();

        await host.Client.SendSmsAsync(Plain with { ContentSid = RawHost.ContentSid, ContentVariables = new Dictionary<string, string>() });

        host.Only.Form.Should().NotContain(f => f.Name == "ContentVariables");
    }

    [Fact]
    public async Task SendSmsAsync_SendAt_IsWrittenInUtcWithTheScheduleType()
    {
        var clock = new Testing.ManualTimeProvider(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
        await using var host = RawHost.Start(o => o.MessagingServiceSid = RawHost.ServiceSid, s => s.UseTransportClock(clock));

        await host.Client.SendSmsAsync(Plain with { SendAt = new DateTimeOffset(2026, 5, 2, 1, 30, 5, 999, TimeSpan.FromHours(2)) });

        host.Only.Form.Should().Contain([("ScheduleType", "fixed"), ("SendAt", "2026-05-01T23:30:05Z")]);
    }

    [Theory]
    [InlineData("+34 600 111 222")]
    [InlineData("  +34600111222 ")]
    [InlineData("tel:+34-600-111-222")]
    public async Task SendSmsAsync_NumberAsPeopleWriteIt_GoesOutInE164(string to)
    {
        await using var host = RawHost.Start();

        await host.Client.SendSmsAsync(Plain with { To = to });

        host.Only.Form[0].Should().Be(("To", "+34600111222"));
    }

    [Fact]
    public async Task SendSmsAsync_NationalNumber_IsReadInTheDefaultRegion()
    {
        await using var host = RawHost.Start(o => o.Numbers.DefaultRegion = "ES");

        await host.Client.SendSmsAsync(Plain with { To = "600 111 222" });

        host.Only.Form[0].Should().Be(("To", "+34600111222"));
    }

    [Fact]
    public async Task SendSmsAsync_NoSenderAtAll_AnswersNull()
    {
        await using var host = RawHost.Start(o => o.PhoneNumber = null);

        var receipt = await host.Client.SendSmsAsync(Plain);

        receipt.Should().BeNull();
        host.Server.Requests.Should().BeEmpty();
    }
}

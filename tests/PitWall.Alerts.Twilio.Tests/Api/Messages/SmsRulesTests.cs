namespace PitWall.Alerts.Twilio.Tests.Api.Messages;

/// <summary>Twilio's limits on texts, refused before a request is made.</summary>
public class SmsRulesTests
{
    private static readonly SmsMessage Plain = new() { To = RawHost.Phone, Body = "Box this lap" };
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<SmsMessage, string, string> Broken => new()
    {
        { Plain with { To = "" }, "To", "empty" },
        { Plain with { To = null! }, "To", "empty" },
        { Plain with { To = "600111222" }, "To", "no plus" },
        { Plain with { To = "+1234567890" }, "To", "digits after +1" },
        { Plain with { To = "whatsapp:+34600111222" }, "To", "WhatsApp" },
        { Plain with { To = RawHost.Sender }, "To", "own number" },
        { Plain with { Body = null }, "Body", "empty" },
        { Plain with { Body = " \n" }, "Body", "empty" },
        { Plain with { Body = new string('x', 1601) }, "Body", "1,600" },
        { Plain with { MediaUrls = [.. Enumerable.Repeat(new Uri("https://pit.example/a.png"), 11)] }, "MediaUrls", "10" },
        { Plain with { MediaUrls = [new Uri("a.png", UriKind.Relative)] }, "MediaUrls", "absolute" },
        { Plain with { MediaUrls = [new Uri("ftp://pit.example/a.png")] }, "MediaUrls", "http" },
        { Plain with { MediaUrls = [null!] }, "MediaUrls", "no address" },
        { Plain with { ContentSid = "HX123" }, "ContentSid", "HX" },
        { Plain with { ContentVariables = new Dictionary<string, string> { ["1"] = "x" } }, "ContentVariables", "ContentSid" },
        { Plain with { ContentSid = RawHost.ContentSid, ContentVariables = new Dictionary<string, string> { ["1"] = null! } }, "ContentVariables", "without" },
        { Plain with { ContentSid = RawHost.ContentSid, ContentVariables = new Dictionary<string, string> { [""] = "x" } }, "ContentVariables", "without" },
        { Plain with { From = "" }, "From", "E.164" },
        { Plain with { From = "whatsapp:+15125550100" }, "From", "E.164" },
        { Plain with { From = "0012345678" }, "From", "E.164" },
        { Plain with { From = "A NAME TOO LONG" }, "From", "11 characters" },
        { Plain with { From = "+1" }, "From", "E.164" },
        { Plain with { MessagingServiceSid = "" }, "MessagingServiceSid", "MG" },
        { Plain with { MessagingServiceSid = RawHost.ContentSid }, "MessagingServiceSid", "MG" },
        { Plain with { StatusCallback = new Uri("/status", UriKind.Relative) }, "StatusCallback", "absolute" },
        { Plain with { StatusCallback = new Uri("mailto:a@b.example") }, "StatusCallback", "http" },
        { Plain with { StatusCallback = new Uri("https://pit_wall.example/s") }, "StatusCallback", "underscore" },
        { Plain with { StatusCallback = new Uri("https://pit.example/" + new string('x', 3981)) }, "StatusCallback", "4,000" },
        { Plain with { StatusCallback = new Uri("https://pit.example/"), StatusCallbackMethod = (CallbackMethod)7 }, "StatusCallbackMethod", "Post or Get" },
        { Plain with { ValidityPeriod = TimeSpan.FromSeconds(0.9) }, "ValidityPeriod", "1 s" },
        { Plain with { ValidityPeriod = TimeSpan.FromSeconds(36_001) }, "ValidityPeriod", "36,000 s" },
        { Plain with { SendAt = Now.AddHours(1) }, "SendAt", "MessagingServiceSid" },
        { Plain with { MessagingServiceSid = RawHost.ServiceSid, SendAt = Now.AddMinutes(15).AddTicks(-1) }, "SendAt", "15 minutes" },
        { Plain with { MessagingServiceSid = RawHost.ServiceSid, SendAt = Now.AddDays(35).AddTicks(1) }, "SendAt", "35 days" },
        { Plain with { ShortenUrls = true }, "ShortenUrls", "MessagingServiceSid" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task SendSmsAsync_BrokenRule_NamesFieldAndRuleAndSendsNothing(SmsMessage message, string field, string rule)
    {
        await using var host = RawHost.Start(services: s => s.UseTransportClock(new Testing.ManualTimeProvider(Now)));

        var act = () => host.Client.SendSmsAsync(message);

        var refusal = (await act.Should().ThrowAsync<ArgumentException>()).Which;
        refusal.ParamName.Should().Be(field);
        refusal.Message.Should().StartWith(field).And.Contain(rule);
        refusal.Message.Should().NotContain("600111222").And.NotContain("5550100", "a refusal may be logged");
        host.Server.Connections.Should().Be(0);
    }

    public static TheoryData<SmsMessage> Bounds => new()
    {
        Plain with { Body = new string('x', 1600) },
        Plain with { MediaUrls = [.. Enumerable.Repeat(new Uri("https://pit.example/a.png"), 10)] },
        Plain with { Body = null, MediaUrls = [new Uri("https://pit.example/a.png")] },
        Plain with { Body = null, ContentSid = RawHost.ContentSid },
        Plain with { MediaUrls = null! },
        Plain with { StatusCallback = new Uri("https://pit.example/" + new string('x', 3980)) },
        Plain with { StatusCallback = new Uri("http://user:password@pit.example:8080/s?x=1#rc=2") },
        Plain with { MessagingServiceSid = RawHost.ServiceSid, SendAt = Now.AddMinutes(15) },
        Plain with { MessagingServiceSid = RawHost.ServiceSid, SendAt = Now.AddDays(35) },
    };

    [Theory]
    [MemberData(nameof(Bounds))]
    public async Task SendSmsAsync_AtTheLimit_IsSent(SmsMessage message)
    {
        await using var host = RawHost.Start(services: s => s.UseTransportClock(new Testing.ManualTimeProvider(Now)));

        var receipt = await host.Client.SendSmsAsync(message);

        receipt!.Sid.Should().Be(RawHost.MessageSid);
    }

    [Fact]
    public async Task SendSmsAsync_NullMessage_Throws()
    {
        await using var host = RawHost.Start();

        var act = () => host.Client.SendSmsAsync(null!);

        await act.Should().ThrowAsync<ArgumentNullException>();
    }
}

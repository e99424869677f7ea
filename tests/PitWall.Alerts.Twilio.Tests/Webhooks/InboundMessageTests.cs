using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Tests.Api.Gate;

namespace PitWall.Alerts.Twilio.Tests.Webhooks;

public class InboundMessageTests
{
    private const string Url = "https://pit.example/twilio/inbound";

    private static readonly E164PhoneNumber Phone = E164PhoneNumber.Parse(WebhookBench.Phone);

    [Fact]
    public async Task ReceiveMessageAsync_Text_ReachesTheHandlersOnce()
    {
        var handler = new RecordingHandler();
        await using var bench = new WebhookBench(services: services => services.AddSingleton<IInboundMessageHandler>(handler));
        var request = Message(1, "Box box, understood", from: "whatsapp:" + WebhookBench.Phone, ("ProfileName", "Ana"), ("NumMedia", "1"),
            ("MediaUrl0", "https://media.example/1"), ("MediaContentType0", "image/jpeg"));

        var answer = await bench.Webhooks.ReceiveMessageAsync(request);
        await bench.Webhooks.ReceiveMessageAsync(request);

        answer.StatusCode.Should().Be(200);
        answer.Body.Should().Be("<Response />");
        var message = handler.Inbound.Should().ContainSingle().Subject;
        message.Body.Should().Be("Box box, understood");
        message.Sender.Should().Be(Phone);
        message.Channel.Should().Be(AlertChannel.WhatsApp);
        message.ProfileName.Should().Be("Ana");
        message.Keyword.Should().Be(OptOutKeyword.None);
        message.Media.Should().Equal(new InboundMedia(new Uri("https://media.example/1"), "image/jpeg"));
        message.ToString().Should().NotContain("Box").And.NotContain("600111");
    }

    [Theory]
    [InlineData("STOP", OptOutKeyword.Stop)]
    [InlineData(" stop\n", OptOutKeyword.Stop)]
    [InlineData("Unsubscribe", OptOutKeyword.Stop)]
    [InlineData("optout", OptOutKeyword.Stop)]
    [InlineData("START", OptOutKeyword.Start)]
    [InlineData("unstop", OptOutKeyword.Start)]
    [InlineData("help", OptOutKeyword.Help)]
    [InlineData("stop it", OptOutKeyword.None)]
    [InlineData("please STOP sending me these messages", OptOutKeyword.None)]
    [InlineData("", OptOutKeyword.None)]
    public async Task ReceiveMessageAsync_Keyword_IsReadWhereItIsAllThatWasWritten(string body, OptOutKeyword expected)
    {
        var handler = new RecordingHandler();
        await using var bench = new WebhookBench(services: services => services.AddSingleton<IInboundMessageHandler>(handler));

        await bench.Webhooks.ReceiveMessageAsync(Message(1, body));

        handler.Inbound.Single().Keyword.Should().Be(expected);
        bench.OptOuts.Contains(Phone, AlertChannel.Sms).Should().Be(expected == OptOutKeyword.Stop);
    }

    [Fact]
    public async Task ReceiveMessageAsync_OptOutType_WinsOverTheText()
    {
        await using var bench = new WebhookBench();

        await bench.Webhooks.ReceiveMessageAsync(Message(1, "BASTA", more: ("OptOutType", "STOP")));

        bench.OptOuts.Contains(Phone, AlertChannel.Sms).Should().BeTrue();
        bench.OptOuts.Contains(Phone, AlertChannel.WhatsApp).Should().BeFalse();
    }

    [Fact]
    public async Task ReceiveMessageAsync_ReplayedStopAfterAStart_StopsNothing()
    {
        await using var bench = new WebhookBench();
        var stop = Message(1, "STOP");
        await bench.Webhooks.ReceiveMessageAsync(stop);
        await bench.Webhooks.ReceiveMessageAsync(Message(2, "START"));

        await bench.Webhooks.ReceiveMessageAsync(stop);

        bench.OptOuts.Contains(Phone, AlertChannel.Sms).Should().BeFalse();
    }

    [Fact]
    public async Task ReceiveMessageAsync_StopThatTheListDidNotTake_IsHeardWhenItComesAgain()
    {
        var (list, handler) = (new BrokenOptOutList { AddThrows = true }, new RecordingHandler());
        await using var bench = new WebhookBench(services: services => services
            .AddSingleton<IOptOutList>(list)
            .AddSingleton<IInboundMessageHandler>(handler));
        var stop = Message(1, "STOP");

        var first = () => bench.Webhooks.ReceiveMessageAsync(stop);
        await first.Should().ThrowAsync<TimeoutException>("Twilio must not be told that it was taken");
        list.AddThrows = false;
        await bench.Webhooks.ReceiveMessageAsync(stop);
        await bench.Webhooks.ReceiveMessageAsync(Message(2, "START"));
        await bench.Webhooks.ReceiveMessageAsync(stop);

        list.Contains(Phone, AlertChannel.Sms).Should().BeFalse("the retry took the place of the first one, and START came after it");
        handler.Inbound.Select(m => m.Keyword).Should().Equal(OptOutKeyword.Stop, OptOutKeyword.Start);
        bench.Log.Count(AlertEventIds.OptOutChanged).Should().Be(2);
    }

    [Fact]
    public async Task ReceiveStatusAsync_OptOutThatTheListDidNotTake_IsStillToldToTheHandlers()
    {
        var handler = new RecordingHandler();
        await using var bench = new WebhookBench(services: services => services
            .AddSingleton<IOptOutList>(new BrokenOptOutList { AddThrows = true })
            .AddSingleton<IDeliveryStatusHandler>(handler));

        var answer = await bench.Webhooks.ReceiveStatusAsync(WebhookBench.MessageCallback(WebhookBench.MessageSid(1), "failed", errorCode: 21610));

        answer.StatusCode.Should().Be(204);
        handler.Messages.Should().ContainSingle().Which.Status.Should().Be(MessageStatus.Failed);
        bench.Log.Lines.Should().ContainSingle(l => l.EventId == AlertEventIds.OptOutNotNoted).Which.Text.Should().NotContain("600111222");
    }

    [Fact]
    public async Task ReceiveMessageAsync_Forged_ChangesNothing()
    {
        await using var bench = new WebhookBench();
        var stop = Message(1, "STOP");

        var answer = await bench.Webhooks.ReceiveMessageAsync(
            new TwilioWebhookRequest { Url = stop.Url, ContentType = stop.ContentType, Body = stop.Body, Signature = new string('A', 27) + "=" });

        answer.StatusCode.Should().Be(403);
        bench.OptOuts.Contains(Phone, AlertChannel.Sms).Should().BeFalse();
    }

    private static TwilioWebhookRequest Message(int number, string body, string from = WebhookBench.Phone, params (string, string)[] more) =>
        WebhookBench.Signed(Url, [("MessageSid", WebhookBench.MessageSid(number)), ("From", from), ("To", "+15125550100"), ("Body", body), .. more]);
}

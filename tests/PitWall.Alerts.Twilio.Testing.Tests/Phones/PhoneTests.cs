using Microsoft.AspNetCore.Http;
using PitWall.Alerts.Twilio.Testing.Tests.Support;

namespace PitWall.Alerts.Twilio.Testing.Tests.Phones;

public class PhoneTests
{
    private const string Driver = "+15125550123";
    private const string Engineer = "+15125550124";

    [Fact]
    public async Task Story_TextReplyCallKey_IsTold()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.IncomingMessageUrl = new Uri(stage.Host.Address + "/texts");
        var phone = stage.Sandbox.Phone(Driver);
        await stage.SendAsync(Driver, "HIGH: Pit now");

        await phone.ExpectTextAsync("pit NOW");
        await phone.ReplyAsync("Copy");
        await stage.Http.PostAsync("/Calls", ("To", Driver), ("From", stage.Sandbox.PhoneNumber), ("Twiml", $"<Response><Gather numDigits=\"1\" action=\"{stage.Host.Address}/ack\"><Say>Red flag</Say></Gather></Response>"));
        var call = await phone.ExpectCallAsync("red flag");
        await call.PressAsync("1");
        phone.ExpectNothingElse();
        stage.Sandbox.ExpectNothingElse();

        stage.Host.Received.Should().Contain(static webhook => webhook["Body"] == "Copy" && webhook.Verdict == TwilioSignatureVerdict.Valid);
        stage.Host.Received.Should().Contain(static webhook => webhook["Digits"] == "1");
    }

    [Fact]
    public async Task ExpectText_AnotherTextComesFirst_FailsAndTellsWhatCame()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.SendAsync(Driver, "Fuel is fine");
        await stage.SendAsync(Driver, "Pit now");

        var act = () => stage.Sandbox.Phone(Driver).ExpectTextAsync("Pit now");

        (await act.Should().ThrowAsync<SandboxExpectationException>()).WithMessage("*expected a text containing \"Pit now\"*next text was \"Fuel is fine\"*unexpected text: Fuel is fine*unexpected text: Pit now*");
    }

    [Fact]
    public async Task ExpectText_WithoutAText_TakesTheNextOneWhateverItSays()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.SendAsync(Driver, "Fuel is fine");
        await stage.SendAsync(Driver, "Pit now");
        var phone = stage.Sandbox.Phone(Driver);

        var texts = new[] { await phone.ExpectTextAsync(), await phone.ExpectTextAsync() };

        texts.Select(static text => text.Body).Should().Equal("Fuel is fine", "Pit now");
        phone.ExpectNothingElse();
    }

    [Fact]
    public async Task ExpectText_WithoutATextAndNoneComes_FailsAndSaysSo()
    {
        await using var stage = await Stage.OpenAsync();

        var act = () => stage.Sandbox.Phone(Driver).ExpectTextAsync(timeout: TimeSpan.FromMilliseconds(1));

        (await act.Should().ThrowAsync<SandboxExpectationException>()).WithMessage("*expected a text, but none came in time. It got nothing.");
    }

    [Fact]
    public async Task ToString_OfPhoneTextAndCall_TellsWhatHappened()
    {
        await using var stage = await Stage.OpenAsync();
        var phone = stage.Sandbox.Phone(Driver);
        await stage.SendAsync(Driver, "Pit now");
        await stage.Http.PostAsync("/Calls", ("To", Driver), ("From", stage.Sandbox.PhoneNumber), ("Twiml", $"<Response><Say>Red flag</Say><Gather numDigits=\"1\" action=\"{stage.Host.Address}/ack\"><Say>Press 1</Say></Gather></Response>"));
        var call = await phone.ExpectCallAsync("press 1");
        await call.PressAsync("1");
        await call.WaitForEndAsync();
        phone.Delivery = PhoneDelivery.Undelivered(30006);
        var lost = (await stage.SendAsync(Driver, "Box"))["sid"]!;

        var own = stage.Sandbox.PhoneNumber;
        phone.ToString().Should().Be($"{Driver}: 1 message, 1 call");
        phone.Messages.Single().ToString().Should().Be($"{phone.Messages.Single().Sid} from {own} to {Driver}, delivered: \"Pit now\"");
        stage.Sandbox.Messages.Single(message => message.Sid == lost).ToString().Should().Be($"{lost} from {own} to {Driver}, undelivered (30006): \"Box\"");
        call.ToString().Should().Be($"{call.Sid} from {own} to {Driver}, completed: \"Red flag / Press 1\" Keys: 1");
    }

    [Fact]
    public async Task ExpectText_NothingComes_FailsAndSaysSo()
    {
        await using var stage = await Stage.OpenAsync();

        var act = () => stage.Sandbox.Phone(Driver).ExpectTextAsync("Pit now", TimeSpan.FromMilliseconds(1));

        (await act.Should().ThrowAsync<SandboxExpectationException>()).WithMessage("*none came in time. It got nothing.");
    }

    [Fact]
    public async Task ExpectText_ComesLater_IsWaitedFor()
    {
        await using var stage = await Stage.OpenAsync();
        var expecting = stage.Sandbox.Phone(Driver).ExpectTextAsync("Pit");
        expecting.IsCompleted.Should().BeFalse();

        await stage.SendAsync(Driver, "Pit now");

        (await expecting).Body.Should().Be("Pit now");
    }

    [Fact]
    public async Task ExpectTextsInAnyOrder_AllCome_AreTold()
    {
        await using var stage = await Stage.OpenAsync();
        foreach (var text in (string[])["Rain", "Fuel", "Gap"]) await stage.SendAsync(Driver, text);

        var texts = await stage.Sandbox.Phone(Driver).ExpectTextsInAnyOrderAsync(["gap", "rain", "fuel"]);

        texts.Select(static text => text.Body).Should().Equal("Rain", "Fuel", "Gap");
        stage.Sandbox.Phone(Driver).ExpectNothingElse();
    }

    [Fact]
    public async Task ExpectTextsInAnyOrder_AStranger_Fails()
    {
        await using var stage = await Stage.OpenAsync();
        foreach (var text in (string[])["Rain", "Tires"]) await stage.SendAsync(Driver, text);

        var act = () => stage.Sandbox.Phone(Driver).ExpectTextsInAnyOrderAsync(["gap", "rain"]);

        (await act.Should().ThrowAsync<SandboxExpectationException>()).WithMessage("*\"gap\"*next text was \"Tires\"*");
    }

    [Fact]
    public async Task ExpectNothingElse_SomethingElse_FailsAndTellsWhich()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.SendAsync(Driver, "expected");
        await stage.SendAsync(Driver, "surprise");
        await stage.SendAsync(Engineer, "other phone");
        await stage.Sandbox.Phone(Driver).ExpectTextAsync("expected");

        var onPhone = () => stage.Sandbox.Phone(Driver).ExpectNothingElse();
        var anywhere = () => stage.Sandbox.ExpectNothingElse();

        onPhone.Should().Throw<SandboxExpectationException>().WithMessage("*- text: expected*- unexpected text: surprise");
        anywhere.Should().Throw<SandboxExpectationException>();
    }

    [Fact]
    public async Task ExpectNothingElse_UnexpectedCall_Fails()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.Http.PostAsync("/Calls", ("To", Driver), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response><Say>Surprise</Say></Response>"));

        var act = () => stage.Sandbox.Phone(Driver).ExpectNothingElse();

        act.Should().Throw<SandboxExpectationException>().WithMessage("*unexpected call, completed: Surprise");
    }

    [Fact]
    public async Task ExpectCall_SaysSomethingElse_FailsAndTellsWhat()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.Http.PostAsync("/Calls", ("To", Driver), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response><Say>Green</Say></Response>"));

        var act = () => stage.Sandbox.Phone(Driver).ExpectCallAsync("Red");

        (await act.Should().ThrowAsync<SandboxExpectationException>()).WithMessage("*\"Red\"*completed*- Green");
    }

    [Fact]
    public async Task Press_CallAsksForNoKeys_FailsAndTellsWhatItSaid()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.Http.PostAsync("/Calls", ("To", Driver), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response><Say>Green</Say></Response>"));
        var call = await stage.Sandbox.Phone(Driver).ExpectCallAsync();

        var act = () => call.PressAsync("1");

        (await act.Should().ThrowAsync<SandboxExpectationException>()).WithMessage("*did not ask for keys before it was completed*- Green");
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    public async Task Press_NoKey_IsRefused(string keys)
    {
        await using var stage = await Stage.OpenAsync();
        await stage.Http.PostAsync("/Calls", ("To", Driver), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response><Say>Green</Say></Response>"));

        await stage.Sandbox.Calls.Single().Awaiting(call => call.PressAsync(keys)).Should().ThrowAsync<ArgumentException>();
    }

    [Theory]
    [InlineData("text/xml", "<Response><Message>One</Message><Message><Body>Two</Body></Message></Response>", "One", "Two")]
    [InlineData("text/plain", "Plain", "Plain")]
    [InlineData("text/xml", "<Response/>")]
    [InlineData("text/xml", "not xml")]
    [InlineData("text/html", "<Response><Message>One</Message></Response>", "One")]
    [InlineData("application/json", "<Response><Message>One</Message></Response>")]
    [InlineData("text/xml", "<response><Message>One</Message></response>")]
    [InlineData("text/xml", "<!DOCTYPE Response [<!ENTITY one 'One'>]><Response><Message>&one;</Message></Response>")]
    public async Task Text_HostAnswersWithTwiml_ThePhoneGetsIt(string contentType, string answer, params string[] texts)
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.IncomingMessageUrl = new Uri(stage.Host.Address + "/texts");
        stage.Host.Answer = (_, context) =>
        {
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(answer);
        };

        await stage.Sandbox.Phone(Driver).TextAsync("Copy");

        stage.Sandbox.Phone(Driver).Messages.Select(static message => message.Body).Should().Equal(texts);
        stage.Sandbox.Phone(Driver).Messages.All(static message => message.Direction == SandboxDirection.OutboundReply).Should().BeTrue();
    }

    [Fact]
    public async Task Text_HostAnswersToAnotherPhone_ThatPhoneGetsIt()
    {
        const string engineer = "+34600999888";
        await using var stage = await Stage.OpenAsync();
        AnswerTexts(stage, "<Response><Message to='+34 600 999 888'>One</Message><Message>Two</Message></Response>");

        await stage.Sandbox.Phone(Driver).TextAsync("Copy");

        await stage.Sandbox.Phone(engineer).ExpectTextAsync("One");
        await stage.Sandbox.Phone(Driver).ExpectTextAsync("Two");
        stage.Sandbox.Phone(engineer).ExpectNothingElse();
        stage.Sandbox.Phone(Driver).ExpectNothingElse();
    }

    [Theory]
    [InlineData("<Message><Body>One</Body><Media>https://pit.example/a.png</Media><Media>/b.png</Media></Message>", "One", "https://pit.example/a.png", "*/b.png")]
    [InlineData("<Message>\n  One\n  <Media>https://pit.example/a.png</Media>\n</Message>", "One", "https://pit.example/a.png")]
    [InlineData("<Message><Media>https://pit.example/a.png</Media></Message>", "", "https://pit.example/a.png")]
    public async Task Text_HostAnswersWithMedia_IsSentAsMedia(string message, string body, params string[] media)
    {
        await using var stage = await Stage.OpenAsync();
        AnswerTexts(stage, $"<Response>{message}</Response>");

        await stage.Sandbox.Phone(Driver).TextAsync("Copy");

        var reply = await stage.Sandbox.Phone(Driver).ExpectTextAsync();
        reply.Body.Should().Be(body);
        reply.Sid.Should().StartWith("MM");
        reply.MediaUrls.Should().Equal(media.Select(url => url.Replace("*", stage.Host.Address.ToString().TrimEnd('/'), StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("application/json", "{}", 12300)]
    [InlineData("text/xml", "<Response><Message to='pit wall'>Two</Message></Response>", 14101)]
    [InlineData("text/xml", "<Response><Message to='whatsapp:+34600999888'>Two</Message></Response>", 14101)]
    [InlineData("text/xml", "<Answer/>", 12100)]
    public async Task Text_HostAnswersWithNoTwiml_IsNamedWithItsCodeAndTheFallbackIsAsked(string contentType, string answer, int code)
    {
        await using var stage = await Stage.OpenAsync();
        stage.Host.Answer = (received, context) =>
        {
            var isFallback = received.Url.EndsWith("/fallback", StringComparison.Ordinal);
            context.Response.ContentType = isFallback ? "text/xml" : contentType;
            return context.Response.WriteAsync(isFallback ? "<Response><Message>One</Message></Response>" : answer);
        };
        var number = (await stage.Http.GetAsync("/IncomingPhoneNumbers")).Json.GetProperty("incoming_phone_numbers")[0].GetProperty("sid").GetString();
        await stage.Http.PostAsync("/IncomingPhoneNumbers/" + number, ("SmsUrl", stage.Host.Address + "/texts"), ("SmsFallbackUrl", stage.Host.Address + "/fallback"));

        await stage.Sandbox.Phone(Driver).TextAsync("Copy");

        stage.Sandbox.Callbacks.Select(static callback => (callback.StatusCode, callback.ErrorCode)).Should().Equal((200, code), (200, null));
        stage.Sandbox.Phone(Driver).Messages.Select(static message => message.Body).Should().Equal("One");
    }

    [Fact]
    public async Task Text_Sms_CarriesTheFieldsOfTwilio()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.IncomingMessageUrl = new Uri(stage.Host.Address + "/texts?tenant=1");

        var text = await stage.Sandbox.Phone(Driver).TextAsync("Copy ñ", mediaUrls: ["https://example.com/a.jpg"]);

        var received = stage.Host.Received.Single();
        received.Verdict.Should().Be(TwilioSignatureVerdict.Valid);
        received.Form.Should().Contain(new Dictionary<string, string>
        {
            ["MessageSid"] = text.Sid,
            ["SmsMessageSid"] = text.Sid,
            ["From"] = Driver,
            ["To"] = stage.Sandbox.PhoneNumber,
            ["Body"] = "Copy ñ",
            ["NumMedia"] = "1",
            ["MediaUrl0"] = "https://example.com/a.jpg",
            ["SmsStatus"] = "received",
            ["MessagingServiceSid"] = stage.Sandbox.MessagingServiceSid,
        });
        received["OptOutType"].Should().BeNull();
        (await stage.Http.GetAsync("/Messages/" + text.Sid))["direction"].Should().Be("inbound");
    }

    [Fact]
    public async Task Text_StopWithAdvancedOptOut_CarriesTheType()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { HasAdvancedOptOut = true });
        stage.Sandbox.IncomingMessageUrl = new Uri(stage.Host.Address + "/texts");

        await stage.Sandbox.Phone(Driver).TextAsync("stop");

        stage.Host.Received.Single()["OptOutType"].Should().Be("STOP");
        stage.Sandbox.Phone(Driver).ExpectNothingElse();
    }

    [Fact]
    public async Task Text_WhatsApp_CarriesItsFields()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.IncomingMessageUrl = new Uri(stage.Host.Address + "/texts");

        await stage.Sandbox.Phone(Driver).TextAsync("Hola", channel: SandboxChannel.WhatsApp);

        var received = stage.Host.Received.Single();
        received["From"].Should().Be("whatsapp:" + Driver);
        received["To"].Should().Be("whatsapp:" + stage.Sandbox.WhatsAppNumber);
        received["WaId"].Should().Be(Driver[1..]);
    }

    [Fact]
    public async Task Text_ToANumberTheAccountHasNot_IsRefused()
    {
        await using var stage = await Stage.OpenAsync();

        await stage.Sandbox.Phone(Driver).Awaiting(static phone => phone.TextAsync("x", "+15125550188")).Should().ThrowAsync<ArgumentException>();
        stage.Sandbox.Phone(Driver).Invoking(static phone => phone.Call("+15125550188")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task Reply_NothingToAnswer_Fails()
    {
        await using var stage = await Stage.OpenAsync();

        await stage.Sandbox.Phone(Driver).Awaiting(static phone => phone.ReplyAsync("x")).Should().ThrowAsync<SandboxExpectationException>();
    }

    [Theory]
    [InlineData("5125550123")]
    [InlineData("whatsapp:+15125550123")]
    [InlineData("+1 512 555 0123")]
    public async Task Phone_NotE164_IsRefused(string number)
    {
        await using var stage = await Stage.OpenAsync();

        stage.Sandbox.Invoking(sandbox => sandbox.Phone(number)).Should().Throw<ArgumentException>();
    }

    private static void AnswerTexts(Stage stage, string answer)
    {
        stage.Sandbox.IncomingMessageUrl = new Uri(stage.Host.Address + "/texts");
        stage.Host.Answer = (_, context) =>
        {
            context.Response.ContentType = "text/xml";
            return context.Response.WriteAsync(answer);
        };
    }
}

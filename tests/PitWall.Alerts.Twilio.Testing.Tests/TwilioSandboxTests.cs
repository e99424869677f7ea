using PitWall.Alerts.Twilio.Testing.Tests.Support;

namespace PitWall.Alerts.Twilio.Testing.Tests;

public class TwilioSandboxTests
{
    private const string Driver = "+15125550123";

    [Fact]
    public async Task Create_Sms_IsQueuedInTheAnswerAndOnThePhone()
    {
        await using var sut = await TwilioSandbox.StartAsync();
        using var http = new TwilioHttp(sut);

        var answer = await http.SendSmsAsync(Driver, "Box this lap");

        answer.Status.Should().Be(201);
        answer["status"].Should().Be("queued");
        answer["num_segments"].Should().Be("1");
        answer["price"].Should().BeNull();
        answer["date_sent"].Should().BeNull();
        answer["sid"].Should().MatchRegex("^SM[0-9a-f]{32}$");
        sut.Phone(Driver).Messages.Should().ContainSingle().Which.Should().Match<SandboxMessage>(message =>
            message.Body == "Box this lap" && message.Status == SandboxMessageStatus.Delivered && message.From == sut.PhoneNumber);
        (await http.GetAsync("/Messages/" + answer["sid"]))["status"].Should().Be("delivered");
    }

    [Fact]
    public async Task Create_WithStatusCallback_ReportsSentThenDeliveredSigned()
    {
        await using var sut = await TwilioSandbox.StartAsync();
        await using var host = await WebhookHost.StartAsync(sut.AuthToken);
        using var http = new TwilioHttp(sut);

        var answer = await http.SendSmsAsync(Driver, "Box", ("StatusCallback", host.Address + "/cb?alert=a%20b&x='1'"));
        await sut.WaitForCallbacksAsync();

        host.Statuses.Should().Equal("sent", "delivered");
        host.Received.Should().OnlyContain(webhook => webhook.Verdict == TwilioSignatureVerdict.Valid && webhook["MessageSid"] == answer["sid"]);
        host.Received[0].Url.Should().EndWith("/cb?alert=a%20b&x='1'");
        sut.Callbacks.Select(callback => callback.StatusCode).Should().Equal(204, 204);
    }

    [Fact]
    public async Task Create_WithMessagingService_IsAcceptedAndReportsQueued()
    {
        await using var sut = await TwilioSandbox.StartAsync();
        await using var host = await WebhookHost.StartAsync(sut.AuthToken);
        using var http = new TwilioHttp(sut);

        var answer = await http.PostAsync(
            "/Messages", ("To", Driver), ("MessagingServiceSid", sut.MessagingServiceSid), ("Body", "Box"), ("StatusCallback", host.Address));
        await sut.WaitForCallbacksAsync();

        answer["status"].Should().Be("accepted");
        answer["from"].Should().BeNull();
        answer["num_segments"].Should().Be("0");
        host.Statuses.Should().Equal("queued", "sent", "delivered");
        sut.Messages.Single().From.Should().Be(sut.PhoneNumber);
    }

    [Fact]
    public async Task Create_CallWithInlineTwiml_SpeaksToThePhoneAndReportsTheEnd()
    {
        await using var sut = await TwilioSandbox.StartAsync();
        await using var host = await WebhookHost.StartAsync(sut.AuthToken);
        using var http = new TwilioHttp(sut);

        var answer = await http.PostAsync(
            "/Calls", ("To", Driver), ("From", sut.PhoneNumber), ("Twiml", "<Response><Say>Red flag</Say></Response>"), ("StatusCallback", host.Address));
        await sut.WaitForCallbacksAsync();

        answer.Status.Should().Be(201);
        answer["status"].Should().Be("queued");
        var call = sut.Phone(Driver).Calls.Should().ContainSingle().Subject;
        call.Status.Should().Be(SandboxCallStatus.Completed);
        call.Transcript.Should().Equal("Red flag");
        host.Statuses.Should().Equal("completed");
    }

    [Theory]
    [InlineData(null, "wrong", 401, 20003)]
    [InlineData("AC00000000000000000000000000000000", null, 401, 20003)]
    public async Task Request_WithWrongCredentials_IsRefused(string? user, string? password, int status, int code)
    {
        await using var sut = await TwilioSandbox.StartAsync();
        using var http = new TwilioHttp(sut, user, password);

        var answer = await http.SendSmsAsync(Driver, "Box");

        answer.Status.Should().Be(status);
        answer.Code.Should().Be(code);
        answer["more_info"].Should().Be("https://www.twilio.com/docs/errors/20003");
        sut.Messages.Should().BeEmpty();
    }

    [Fact]
    public async Task Request_WithApiKey_IsServedButForTheAccount()
    {
        await using var sut = await TwilioSandbox.StartAsync();
        using var http = new TwilioHttp(sut, sut.ApiKeySid, sut.ApiKeySecret);

        (await http.SendSmsAsync(Driver, "Box")).Status.Should().Be(201);
        (await http.GetAsync("/Balance")).Status.Should().Be(200);
        (await http.GetAsync("")).Status.Should().Be(401);
    }

    [Fact]
    public async Task Account_BalanceAndNumbers_AreServed()
    {
        await using var sut = await TwilioSandbox.StartAsync();
        using var http = new TwilioHttp(sut);

        (await http.GetAsync(""))["status"].Should().Be("active");
        (await http.GetAsync("/Balance"))["balance"].Should().Be("100");
        (await http.GetAsync("/IncomingPhoneNumbers")).Json.GetProperty("incoming_phone_numbers")[0].GetProperty("phone_number").GetString().Should().Be(sut.PhoneNumber);
    }

    [Fact]
    public async Task WaitForMessage_MessageArrivesLater_IsFound()
    {
        await using var sut = await TwilioSandbox.StartAsync();
        using var http = new TwilioHttp(sut);
        var waiting = sut.Phone(Driver).WaitForMessageAsync(message => message.Body == "second");

        await http.SendSmsAsync(Driver, "first");
        await http.SendSmsAsync(Driver, "second");

        (await waiting).Body.Should().Be("second");
    }

    [Fact]
    public async Task WaitForMessage_NothingFits_TellsWhatArrived()
    {
        await using var sut = await TwilioSandbox.StartAsync();
        using var http = new TwilioHttp(sut);
        await http.SendSmsAsync(Driver, "Fuel is fine");

        var act = () => sut.Phone(Driver).WaitForMessageAsync(message => message.Body == "Box", TimeSpan.FromMilliseconds(1));

        (await act.Should().ThrowAsync<TimeoutException>()).WithMessage("*Fuel is fine*");
    }

    [Fact]
    public async Task Faults_Next_ArePlayedInOrderThenTheSandboxIsHonestAgain()
    {
        await using var sut = await TwilioSandbox.StartAsync();
        using var http = new TwilioHttp(sut);
        sut.Faults.Next(SandboxFault.TooManyRequests(TimeSpan.FromSeconds(3))).Next(SandboxFault.InternalError(takesEffect: true));

        var first = await http.SendSmsAsync(Driver, "1");
        var second = await http.SendSmsAsync(Driver, "2");
        var third = await http.SendSmsAsync(Driver, "3");

        first.Status.Should().Be(429);
        first.Code.Should().Be(20429);
        first.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(3));
        second.Status.Should().Be(500);
        third.Status.Should().Be(201);
        sut.Phone(Driver).Messages.Select(message => message.Body).Should().Equal("2", "3");
        sut.Requests.Select(request => request.StatusCode).Should().Equal(429, 500, 201);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Faults_Reset_CutsTheConnection(bool takesEffect, int messages)
    {
        await using var sut = await TwilioSandbox.StartAsync();
        using var http = new TwilioHttp(sut);
        sut.Faults.Next(SandboxFault.Reset(takesEffect));

        var act = () => http.SendSmsAsync(Driver, "Box");

        await act.Should().ThrowAsync<HttpRequestException>();
        sut.Messages.Should().HaveCount(messages);
        sut.Requests.Single().StatusCode.Should().BeNull();
    }

    [Fact]
    public async Task StopAsync_Always_LeavesThePhonesReadable()
    {
        await using var sut = await TwilioSandbox.StartAsync();
        using var http = new TwilioHttp(sut);
        await http.SendSmsAsync(Driver, "Box");

        await sut.StopAsync();

        var act = () => http.SendSmsAsync(Driver, "Box");
        await act.Should().ThrowAsync<HttpRequestException>();
        sut.Phone(Driver).Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task DisposeAsync_PhoneTextsAndCallsAfterwards_NeitherIsReportedAndBothEnd()
    {
        var sut = await TwilioSandbox.StartAsync();
        sut.IncomingMessageUrl = new Uri("http://127.0.0.1:9/texts");
        sut.IncomingCallUrl = new Uri("http://127.0.0.1:9/calls");

        await sut.DisposeAsync();
        await sut.Phone(Driver).TextAsync("Copy").WaitAsync(SandboxPhone.DefaultTimeout);
        var call = sut.Phone(Driver).Call();

        (await call.WaitForEndAsync()).Should().Be(SandboxCallStatus.Completed);
        sut.Callbacks.Should().HaveCount(2).And.OnlyContain(static callback => !callback.WasCalled);
    }

    [Fact]
    public async Task Pace_WithManualClock_MovesTheMessageStepByStep()
    {
        var clock = new ManualTimeProvider();
        await using var sut = await TwilioSandbox.StartAsync(new TwilioSandboxOptions
        {
            TimeProvider = clock,
            Pace = new SandboxPace { Send = TimeSpan.FromSeconds(1), Deliver = TimeSpan.FromSeconds(2) },
        });
        using var http = new TwilioHttp(sut);
        await http.SendSmsAsync(Driver, "Box");
        var seen = new List<SandboxMessageStatus> { sut.Messages.Single().Status };

        clock.Advance(TimeSpan.FromSeconds(1));
        seen.Add(sut.Messages.Single().Status);
        clock.Advance(TimeSpan.FromSeconds(2));
        seen.Add(sut.Messages.Single().Status);

        seen.Should().Equal(SandboxMessageStatus.Queued, SandboxMessageStatus.Sent, SandboxMessageStatus.Delivered);
        sut.Phone(Driver).Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task Capacity_Exceeded_ForgetsTheOldest()
    {
        await using var sut = await TwilioSandbox.StartAsync(new TwilioSandboxOptions { Capacity = 3 });
        using var http = new TwilioHttp(sut);

        for (var i = 0; i < 5; i++) await http.SendSmsAsync(Driver, i.ToString(System.Globalization.CultureInfo.InvariantCulture));

        sut.Messages.Select(message => message.Body).Should().Equal("2", "3", "4");
        sut.Requests.Should().HaveCount(3);
    }
}

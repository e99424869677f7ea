using PitWall.Alerts.Twilio.Testing.Events;
using PitWall.Alerts.Twilio.Testing.Tests.Support;

namespace PitWall.Alerts.Twilio.Testing.Tests.Callbacks;

/// <summary>How the sandbox calls a host. Source: Twilio docs, "Webhooks: connection overrides".</summary>
public class WebhookTests
{
    private const string Driver = "+15125550123";

    [Fact]
    public async Task Callback_ToAForeignHost_IsLoggedAsNotCalled()
    {
        await using var stage = await Stage.OpenAsync();

        await stage.Http.SendSmsAsync(Driver, "Box", ("StatusCallback", "https://example.com/cb"));
        await stage.Sandbox.WaitForCallbacksAsync();

        stage.Sandbox.Callbacks.Should().HaveCount(2).And.OnlyContain(static callback => !callback.WasCalled && callback.Signature == null);
        stage.Sandbox.Callbacks[0].Problem.Should().Contain("Not called");
        stage.Sandbox.Callbacks[0].Field("MessageStatus").Should().Be("sent");
    }

    [Fact]
    public async Task WaitForCallbacks_MessageHasJustFailed_WaitsForTheReport()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Delivery = PhoneDelivery.Failed();
        Task? waiting = null;
        using var following = stage.Sandbox.Events.Follow(change =>
        {
            if (change is MessageChanged { Message.Status: SandboxMessageStatus.Failed }) waiting ??= stage.Sandbox.WaitForCallbacksAsync();
        });

        await stage.Http.SendSmsAsync(Driver, "Box", ("StatusCallback", stage.Host.Address + "/cb"));
        await waiting!;

        stage.Host.Received.Should().ContainSingle();
    }

    [Fact]
    public async Task WaitForCallbacks_CallHasJustEnded_WaitsForTheReport()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Answering = PhoneAnswering.Busy;
        Task? waiting = null;
        using var following = stage.Sandbox.Events.Follow(change =>
        {
            if (change is CallChanged { Call.Status: SandboxCallStatus.Busy }) waiting ??= stage.Sandbox.WaitForCallbacksAsync();
        });

        await stage.Http.PostAsync(
            "/Calls", ("To", Driver), ("From", "+15125550100"), ("Twiml", "<Response><Say>Box</Say></Response>"), ("StatusCallback", stage.Host.Address + "/cb"));
        await waiting!;

        stage.Host.Received.Should().ContainSingle();
    }

    [Fact]
    public async Task Callback_Fields_AreThoseOfTwilio()
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await stage.SendAsync(Driver);

        var delivered = stage.Host.Received[^1];
        delivered.Form.Select(static field => field.Key).Should().BeEquivalentTo(
            "MessageSid", "SmsSid", "MessageStatus", "SmsStatus", "AccountSid", "From", "To", "ApiVersion", "RawDlrDoneDate");
        delivered["SmsSid"].Should().Be(answer["sid"]);
        delivered["SmsStatus"].Should().Be("delivered");
        delivered["ApiVersion"].Should().Be("2010-04-01");
        delivered.Headers["Content-Type"].Should().StartWith("application/x-www-form-urlencoded");
        delivered.Headers["User-Agent"].Should().StartWith("TwilioProxy");
    }

    [Theory]
    [InlineData("", 500, 1)]
    [InlineData("#rc=2", 500, 1)]
    [InlineData("#rc=2&rp=5xx", 500, 3)]
    [InlineData("#rc=2&rp=all", 404, 3)]
    [InlineData("#rc=5&rp=4xx", 500, 1)]
    [InlineData("#rc=0&rp=all", 500, 1)]
    [InlineData("#rc=9&rp=5xx", 500, 2)]
    public async Task Callback_HostFails_IsRetriedAsTheFragmentAsks(string fragment, int status, int attempts)
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Delivery = PhoneDelivery.Failed();
        stage.Host.Answer = (_, context) =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

        await stage.SendAsync(Driver, callback: "/cb?x=1" + fragment);

        stage.Host.Received.Should().HaveCount(attempts);
        stage.Host.Received.Should().OnlyContain(static webhook => webhook.Verdict == TwilioSignatureVerdict.Valid && !webhook.Url.Contains('#'));
        stage.Host.Received.Select(static webhook => webhook.Headers["I-Twilio-Idempotency-Token"]).Distinct().Should().ContainSingle();
        stage.Sandbox.Callbacks.Select(static callback => callback.Attempt).Should().Equal(Enumerable.Range(1, attempts));
        stage.Sandbox.Callbacks[^1].ErrorCode.Should().Be(11200);
    }

    [Fact]
    public async Task Callback_NobodyListens_IsRetriedOnce()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Delivery = PhoneDelivery.Failed();
        var address = stage.Host.Address;
        await stage.Host.DisposeAsync();

        await stage.Http.SendSmsAsync(Driver, "Box", ("StatusCallback", address + "/cb"));
        await stage.Sandbox.WaitForCallbacksAsync();

        stage.Sandbox.Callbacks.Select(static callback => callback.ErrorCode).Should().Equal(11205, 11205);
    }

    [Theory]
    [InlineData("#rt=100")]
    [InlineData("#tt=100")]
    public async Task Callback_HostDoesNotAnswer_IsGivenUp(string fragment)
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Delivery = PhoneDelivery.Failed();
        stage.Host.Answer = static (_, context) => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);

        await stage.SendAsync(Driver, callback: "/cb" + fragment);

        stage.Sandbox.Callbacks.Single().Should().Match<SandboxCallback>(static callback => callback.ErrorCode == 11200 && callback.StatusCode == null);
    }

    [Fact]
    public async Task Callback_UnderWayWhenTheClockMoves_IsNotCut()
    {
        var clock = new ManualTimeProvider();
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = clock });
        stage.Sandbox.Phone(Driver).Delivery = PhoneDelivery.Failed();
        var asked = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        stage.Host.Answer = (_, _) =>
        {
            asked.SetResult();
            return gate.Task;
        };

        await stage.Http.SendSmsAsync(Driver, "Box", ("StatusCallback", stage.Host.Address + "/cb"));
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(10));
        clock.Advance(TimeSpan.FromHours(1));
        gate.SetResult();
        await stage.Sandbox.WaitForCallbacksAsync();

        stage.Sandbox.Callbacks.Single().ErrorCode.Should().BeNull();
    }

    [Theory]
    [InlineData(307, "POST", true)]
    [InlineData(302, "GET", false)]
    public async Task Callback_Redirected_KeepsTheFieldsOnlyWith307(int status, string method, bool keepsFields)
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Delivery = PhoneDelivery.Failed();
        stage.Host.Answer = (webhook, context) =>
        {
            context.Response.StatusCode = webhook.Url.EndsWith("/cb", StringComparison.Ordinal) ? status : 204;
            context.Response.Headers.Location = "/moved?a=1";
            return Task.CompletedTask;
        };

        await stage.SendAsync(Driver);

        stage.Host.Received.Should().HaveCount(2);
        stage.Host.Received[1].Method.Should().Be(method);
        stage.Host.Received[1].Url.Should().EndWith("/moved?a=1");
        stage.Host.Received[1].Verdict.Should().Be(TwilioSignatureVerdict.Valid);
        (stage.Host.Received[1]["MessageStatus"] is not null).Should().Be(keepsFields);
    }

    [Fact]
    public async Task Callback_RedirectedForEver_EndsAfterTen()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Delivery = PhoneDelivery.Failed();
        stage.Host.Answer = (_, context) =>
        {
            context.Response.Redirect("/again");
            return Task.CompletedTask;
        };

        await stage.SendAsync(Driver);

        stage.Host.Received.Should().HaveCount(11);
    }

    [Theory]
    [InlineData("//127.0.0.1:99999/")]
    [InlineData("mailto:pit@example.com")]
    public async Task Callback_RedirectedToNoAddress_IsGivenUpAndTheNextOneIsSent(string location)
    {
        await using var stage = await Stage.OpenAsync();
        stage.Host.Answer = (_, context) =>
        {
            context.Response.Redirect(location);
            return Task.CompletedTask;
        };

        await stage.SendAsync(Driver);

        stage.Host.Statuses.Should().Equal("sent", "delivered");
    }

    [Theory]
    [InlineData("/a b")]
    [InlineData("/a HTTP/1.1\r\nX-Injected: 1\r\n\r\n")]
    [InlineData("/ñ")]
    public async Task Callback_AddressHasWhatNoAddressMayHave_IsRefusedAndNotCalled(string path)
    {
        await using var stage = await Stage.OpenAsync();

        var message = await stage.Http.SendSmsAsync(Driver, "Box", ("StatusCallback", stage.Host.Address + path));
        var call = await stage.Http.PostAsync("/Calls", ("To", Driver), ("From", stage.Sandbox.PhoneNumber), ("Url", stage.Host.Address + path));

        message.Code.Should().Be(21609);
        call.Code.Should().Be(21205);
        stage.Host.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task Callback_WithUserInfo_AuthenticatesAndSignsWithoutIt()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Sandbox.Phone(Driver).Delivery = PhoneDelivery.Failed();

        await stage.Http.SendSmsAsync(Driver, "Box", ("StatusCallback", stage.Host.Address.Replace("://", "://pit:w%40ll@", StringComparison.Ordinal) + "/cb"));
        await stage.Sandbox.WaitForCallbacksAsync();

        var received = stage.Host.Received.Single();
        received.Verdict.Should().Be(TwilioSignatureVerdict.Valid);
        received.Headers["Authorization"].Should().Be("Basic " + Convert.ToBase64String("pit:w@ll"u8));
    }

    [Fact]
    public async Task Callback_OfACallWithGet_CarriesItsFieldsInTheSignedQuery()
    {
        await using var stage = await Stage.OpenAsync();

        await stage.Http.PostAsync(
            "/Calls", ("To", Driver), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response/>"), ("StatusCallback", stage.Host.Address + "/cb?a=1"), ("StatusCallbackMethod", "GET"));
        await stage.Sandbox.WaitForCallbacksAsync();

        var received = stage.Host.Received.Single();
        received.Method.Should().Be("GET");
        received.Url.Should().Contain("/cb?a=1&").And.Contain("CallStatus=completed");
        received.Verdict.Should().Be(TwilioSignatureVerdict.Valid);
    }

    [Fact]
    public async Task Callbacks_SlowHost_StayInOrder()
    {
        await using var stage = await Stage.OpenAsync();
        var gate = new TaskCompletionSource();
        stage.Host.Answer = (webhook, _) => webhook["MessageStatus"] == "sent" ? gate.Task : Task.CompletedTask;

        await stage.Http.SendSmsAsync(Driver, "Box", ("StatusCallback", stage.Host.Address + "/cb"));
        stage.Host.Statuses.Should().NotContain("delivered");
        gate.SetResult();
        await stage.Sandbox.WaitForCallbacksAsync();

        stage.Host.Statuses.Should().Equal("sent", "delivered");
    }

    [Fact]
    public async Task Callbacks_MoreWaitThanAreKept_AreGivenUp()
    {
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { Capacity = 3 });
        var gate = new TaskCompletionSource();
        stage.Host.Answer = (_, _) => gate.Task;

        for (var i = 0; i < 3; i++) await stage.Http.SendSmsAsync(Driver, "Box", ("StatusCallback", stage.Host.Address + "/cb"));
        stage.Sandbox.Callbacks.Should().HaveCount(3).And.OnlyContain(static callback => !callback.WasCalled && callback.Problem!.Contains("more callbacks wait"));
        gate.SetResult();
        await stage.Sandbox.WaitForCallbacksAsync();

        stage.Host.Received.Should().HaveCount(3);
    }
}

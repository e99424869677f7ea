using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Api.Wire;

/// <summary>Everything an answer can be beside an honest one, told by a server that says exactly those bytes.</summary>
public class TwilioTransportTests
{
    private static readonly SmsMessage Message = new() { To = RawHost.Phone, Body = "Box this lap" };

    public static TheoryData<string> UnusableCreates => new("html", "html 201", "empty", "empty 201", "cut", "wrong shape", "array", "null", "text", "not a sid", "truncated", "invalid utf-8", "oversized", "deep");

    [Theory]
    [MemberData(nameof(UnusableCreates))]
    public async Task Send_SuccessThatIsNoReceipt_MayHaveBeenSent(string kind)
    {
        await using var host = RawHost.Start(Unusable(kind));

        var act = () => host.Client.SendSmsAsync(Message);

        var failure = (await act.Should().ThrowAsync<TwilioTransportException>()).Which;
        failure.Error.Should().Be(TwilioTransportError.InvalidAnswer);
        failure.Acceptance.Should().Be(TwilioAcceptance.Unknown);
        failure.StatusCode.Should().NotBeNull();
        host.Server.Requests.Should().ContainSingle("only the list may be asked after it, and here the window is zero");
    }

    [Theory]
    [MemberData(nameof(UnusableCreates))]
    public async Task GetMessageStatusAsync_SuccessThatIsNoMessage_IsATransportException(string kind)
    {
        await using var host = RawHost.Start(Unusable(kind));

        var act = () => host.Client.GetMessageStatusAsync(RawHost.MessageSid);

        (await act.Should().ThrowAsync<TwilioTransportException>()).Which.Error.Should().Be(TwilioTransportError.InvalidAnswer);
    }

    [Theory]
    [MemberData(nameof(UnusableCreates))]
    public async Task CheckHealthAsync_SuccessThatIsNoAccount_IsReportedAndNotThrown(string kind)
    {
        await using var host = RawHost.Start(Unusable(kind));

        var report = await host.Client.CheckHealthAsync();

        report.IsAvailable.Should().BeFalse();
        report.Error.Should().BeOfType<TwilioTransportException>();
    }

    [Theory]
    [InlineData(400, TwilioAcceptance.NotAccepted, false)]
    [InlineData(401, TwilioAcceptance.NotAccepted, false)]
    [InlineData(404, TwilioAcceptance.NotAccepted, false)]
    [InlineData(429, TwilioAcceptance.NotAccepted, true)]
    [InlineData(408, TwilioAcceptance.Unknown, true)]
    [InlineData(500, TwilioAcceptance.Unknown, true)]
    [InlineData(503, TwilioAcceptance.Unknown, true)]
    public async Task Send_RefusalWithAnyBody_IsKnownByItsStatus(int status, TwilioAcceptance acceptance, bool isTransient)
    {
        RawAnswer[] bodies =
        [
            RawAnswer.Html(status),
            RawAnswer.Json("", status),
            RawAnswer.Json("[]", status),
            RawAnswer.Json("""{"code":{"a":1},"message":[1,2],"more_info":7}""", status),
            RawAnswer.Cut("""{"message":"something or other"}""", status),
            RawAnswer.Of(new byte[5 * 1024 * 1024], "application/json", status),
        ];
        foreach (var body in bodies)
        {
            await using var host = RawHost.Start(body);

            var act = () => host.Client.SendSmsAsync(Message);

            var failure = (await act.Should().ThrowAsync<TwilioApiException>()).Which;
            ((int)failure.StatusCode).Should().Be(status);
            failure.ErrorCode.Should().BeNull();
            failure.Acceptance.Should().Be(acceptance);
            failure.IsTransient.Should().Be(isTransient);
            host.Server.Requests.Should().ContainSingle();
        }
    }

    [Fact]
    public async Task Send_RefusalInFull_TellsEverythingTwilioSaid()
    {
        await using var host = RawHost.Start(RawAnswer.Json(
            """{"code":21610,"message":"Attempt to send to unsubscribed recipient +34600111222","more_info":"https://www.twilio.com/docs/errors/21610","status":400}""",
            400,
            "Twilio-Request-Id: RQ0123456789abcdef0123456789abcdef",
            "Retry-After: 7"));

        var act = () => host.Client.SendSmsAsync(Message);

        var failure = (await act.Should().ThrowAsync<TwilioApiException>()).Which;
        failure.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        failure.ErrorCode.Should().Be(TwilioErrorCode.OptedOut);
        failure.MoreInfo.Should().Be(new Uri("https://www.twilio.com/docs/errors/21610"));
        failure.RequestId.Should().Be("RQ0123456789abcdef0123456789abcdef");
        failure.RetryAfter.Should().Be(TimeSpan.FromSeconds(7));
        failure.Attempts.Should().Be(1);
        failure.ToString().Should().NotContain("600111222");
    }

    [Fact]
    public async Task Send_UnknownCode_QuotesTwilioWithoutItsDigits()
    {
        await using var host = RawHost.Start(RawAnswer.Json("""{"code":29999,"message":"No route to +34600111222\r\nsorry"}""", 400));

        var act = () => host.Client.SendSmsAsync(Message);

        (await act.Should().ThrowAsync<TwilioApiException>()).Which.Message.Should().Contain("29999").And.Contain("No route to +***").And.NotContain("600111222").And.NotContain("\n");
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Send_Redirect_IsNotFollowed(int status)
    {
        await using var elsewhere = RawTwilio.Start(RawAnswer.Json(RawHost.Created, 201));
        await using var host = RawHost.Start(RawAnswer.Text("", "text/plain", status, $"Location: {elsewhere.Address}2010-04-01/Accounts/x/Messages.json"));

        var act = () => host.Client.SendSmsAsync(Message);

        (await act.Should().ThrowAsync<TwilioApiException>()).Which.Acceptance.Should().Be(TwilioAcceptance.NotAccepted);
        elsewhere.Connections.Should().Be(0, "the credentials must not travel on");
        host.Server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Send_SetCookie_IsForgotten()
    {
        await using var host = RawHost.Start(RawAnswer.Json(RawHost.Created, 201, "Set-Cookie: session=1; Path=/"));

        await host.Client.SendSmsAsync(Message);
        await host.Client.SendSmsAsync(Message);

        host.Server.Requests.Should().HaveCount(2).And.OnlyContain(r => r.Header("Cookie") == null);
    }

    [Fact]
    public async Task Send_KeptConnectionClosedUnderAPost_MakesOneRequestAndNoMore()
    {
        await using var host = RawHost.Start(RawTwilio.Start(RawAnswer.Json(RawHost.Created, 201), RawAnswer.Close));
        await host.Client.SendSmsAsync(Message);

        var act = () => host.Client.SendSmsAsync(Message);

        var failure = (await act.Should().ThrowAsync<TwilioTransportException>()).Which;
        failure.Error.Should().Be(TwilioTransportError.Reset);
        failure.Acceptance.Should().Be(TwilioAcceptance.Unknown);
        host.Server.Requests.Should().HaveCount(2, "a second POST of the same message could send it twice").And.OnlyContain(r => r.Connection == 1);
    }

    [Fact]
    public async Task Send_Noise_IsAnInvalidAnswer()
    {
        await using var host = RawHost.Start(RawAnswer.Noise("SSH-2.0-OpenSSH_9.6\r\n"));

        var act = () => host.Client.SendSmsAsync(Message);

        var failure = (await act.Should().ThrowAsync<TwilioTransportException>()).Which;
        failure.Error.Should().Be(TwilioTransportError.InvalidAnswer);
        failure.Acceptance.Should().Be(TwilioAcceptance.Unknown);
    }

    [Fact]
    public async Task Send_NobodyListens_CannotHaveBeenSent()
    {
        var server = RawTwilio.Start(RawAnswer.Close);
        await using var host = RawHost.Start(server);
        await server.DisposeAsync();

        var act = () => host.Client.SendSmsAsync(Message);

        var failure = (await act.Should().ThrowAsync<TwilioTransportException>()).Which;
        failure.Error.Should().Be(TwilioTransportError.Connect);
        failure.Acceptance.Should().Be(TwilioAcceptance.NotAccepted);
        failure.IsTransient.Should().BeTrue();
        failure.Message.Should().EndWith("Nothing was sent.");
    }

    [Fact]
    public async Task Send_HostOfNobody_CannotHaveBeenSent()
    {
        await using var host = RawHost.Start(o => o.BaseAddress = new Uri("https://api.twilio.invalid"));

        var act = () => host.Client.SendSmsAsync(Message);

        var failure = (await act.Should().ThrowAsync<TwilioTransportException>()).Which;
        failure.Error.Should().Be(TwilioTransportError.NameResolution);
        failure.Acceptance.Should().Be(TwilioAcceptance.NotAccepted);
    }

    [Fact]
    public async Task Send_NoTlsAtTheOtherEnd_CannotHaveBeenSent()
    {
        var server = RawTwilio.Start(RawAnswer.Close);
        await using var host = RawHost.Start(server, o => o.BaseAddress = new UriBuilder(server.Address) { Scheme = "https" }.Uri);
        var act = () => host.Client.SendSmsAsync(Message);

        // A TLS hello is no HTTP request: the server waits for the rest of it until it is told to go.
        var sending = act.Should().ThrowAsync<TwilioTransportException>();
        await server.DisposeAsync();

        (await sending).Which.Acceptance.Should().Be(TwilioAcceptance.NotAccepted);
    }

    [Fact]
    public async Task Send_NoAnswerInTime_IsOurTimeOutAndNotACancellation()
    {
        var clock = new ManualTimeProvider();
        await using var host = RawHost.Start(RawAnswer.Silence, services: s => s.UseTransportClock(clock));
        var sending = host.Client.SendSmsAsync(Message);
        await host.Server.WaitForRequestAsync();

        clock.Advance(RawHost.AttemptTimeout);

        var failure = (await ((Func<Task>)(() => sending)).Should().ThrowAsync<TwilioTransportException>()).Which;
        failure.Error.Should().Be(TwilioTransportError.Timeout);
        failure.Acceptance.Should().Be(TwilioAcceptance.Unknown);
    }

    [Theory]
    [InlineData(201, TwilioTransportError.Timeout)]
    [InlineData(200, TwilioTransportError.Timeout)]
    public async Task Send_AnswerThatNeverEnds_IsOurTimeOut(int status, TwilioTransportError expected)
    {
        var clock = new ManualTimeProvider();
        await using var host = RawHost.Start(RawAnswer.Stall(RawHost.Created, status), services: s => s.UseTransportClock(clock));
        var sending = host.Client.SendSmsAsync(Message);
        await host.Server.WaitForRequestAsync();

        clock.Advance(RawHost.AttemptTimeout);

        var failure = (await ((Func<Task>)(() => sending)).Should().ThrowAsync<TwilioTransportException>()).Which;
        failure.Error.Should().Be(expected);
        failure.Acceptance.Should().Be(TwilioAcceptance.Unknown);
    }

    [Fact]
    public async Task Send_CallerCancelsJustAsTheAttemptFails_CancellingThrowsNothing()
    {
        using var cancel = new CancellationTokenSource();
        await using var host = RawHost.Start(RawAnswer.Close);
        var isThis = new AsyncLocal<bool> { Value = true };
        Exception? thrown = null;
        var cancelled = 0;
        AppDomain.CurrentDomain.FirstChanceException += CancelAsItFails;
        try
        {
            await ((Func<Task>)(() => host.Client.SendSmsAsync(Message, cancel.Token))).Should().ThrowAsync<Exception>();
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= CancelAsItFails;
        }

        cancelled.Should().Be(1);
        thrown.Should().BeNull();

        void CancelAsItFails(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e)
        {
            if (!isThis.Value || e.Exception is not TwilioTransportException || Interlocked.Exchange(ref cancelled, 1) == 1)
                return;

            try
            {
                cancel.Cancel();
            }
            catch (Exception failure)
            {
                thrown = failure;
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_CallerCancels_IsACancellationWithTheCallersToken(bool beforeTheAnswer)
    {
        using var cancel = new CancellationTokenSource();
        await using var host = RawHost.Start(beforeTheAnswer ? RawAnswer.Silence : RawAnswer.Stall(RawHost.Created, 400));
        var sending = host.Client.SendSmsAsync(Message, cancel.Token);
        await host.Server.WaitForRequestAsync();

        await cancel.CancelAsync();

        (await ((Func<Task>)(() => sending)).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancel.Token);
    }

    [Fact]
    public async Task Send_CancelledBefore_SendsNothingAndCostsNothing()
    {
        await using var host = RawHost.Start(o => o.Gate.SegmentBudget = 1);

        var act = () => host.Client.SendSmsAsync(Message, new CancellationToken(canceled: true));

        await act.Should().ThrowAsync<OperationCanceledException>();
        host.Server.Connections.Should().Be(0);
        (await host.Client.SendSmsAsync(Message)).Should().NotBeNull("the budget of one segment is still whole");
    }

    [Fact]
    public async Task Send_HandlerOfTheHostThrows_IsATransportException()
    {
        await using var host = RawHost.Start(services: s => s.AddPitWallTwilio(_ => { }).HttpClient.AddHttpMessageHandler(() => new BrokenHandler()));

        var act = () => host.Client.SendSmsAsync(Message);

        var failure = (await act.Should().ThrowAsync<TwilioTransportException>()).Which;
        failure.Error.Should().Be(TwilioTransportError.Unknown);
        failure.Acceptance.Should().Be(TwilioAcceptance.NotAccepted);
        failure.InnerException.Should().BeOfType<InvalidOperationException>();
    }

    [Fact]
    public async Task Send_AnswerWithEveryFieldOfAnotherType_KeepsWhatCanBeRead()
    {
        await using var host = RawHost.Start(RawAnswer.Json(
            $$"""
            {"sid":"{{RawHost.MessageSid}}","status":["queued"],"to":34600111222,"from":null,"num_segments":2,
             "date_created":{"on":"Thu, 24 Aug 2023 05:01:45 +0000"},"error_code":"30003","price":-0.0075,"unknown":[[[]]]}
            """,
            201));

        var receipt = await host.Client.SendSmsAsync(Message);

        receipt!.Sid.Should().Be(RawHost.MessageSid);
        receipt.Status.Should().Be(MessageStatus.Unknown);
        receipt.Segments.Should().Be(2);
        receipt.From.Should().BeNull();
        receipt.CreatedAt.Should().BeNull();
    }

    [Fact]
    public async Task Send_AnswerBehindAByteOrderMark_IsRead()
    {
        await using var host = RawHost.Start(RawAnswer.Of([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(RawHost.Created)], "application/json", 201));

        (await host.Client.SendSmsAsync(Message))!.Sid.Should().Be(RawHost.MessageSid);
    }

    [Fact]
    public async Task Send_ChunkedAnswerInManyPieces_IsRead()
    {
        var chunks = string.Concat(RawHost.Created.Select(c => $"1\r\n{c}\r\n"));
        await using var host = RawHost.Start(new RawAnswer(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}0\r\n\r\n")));

        (await host.Client.SendSmsAsync(Message))!.Sid.Should().Be(RawHost.MessageSid);
    }

    private static RawAnswer Unusable(string kind) => kind switch
    {
        "html" => RawAnswer.Html(),
        "html 201" => RawAnswer.Html(201),
        "empty" => RawAnswer.Json(""),
        "empty 201" => RawAnswer.Json("", 201),
        "cut" => RawAnswer.Cut(RawHost.Created, 201),
        "wrong shape" => RawAnswer.Json("""{"padding":"x"}""", 201),
        "array" => RawAnswer.Json($"[{RawHost.Created}]", 201),
        "null" => RawAnswer.Json("null", 201),
        "text" => RawAnswer.Json("\"queued\"", 201),
        "not a sid" => RawAnswer.Json("""{"sid":"hello","status":"active"}"""),
        "truncated" => RawAnswer.Json(RawHost.Created[..^1], 201),
        "invalid utf-8" => RawAnswer.Of([.. "{\"sid\":\""u8, 0xFF, 0xFE, .. "\"}"u8], "application/json", 201),
        "oversized" => RawAnswer.Of(new byte[4 * 1024 * 1024 + 1], "application/json", 201),
        _ => RawAnswer.Json(new string('[', 10_000), 201),
    };

    private sealed class BrokenHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("The circuit of the host's own is open.");
    }
}

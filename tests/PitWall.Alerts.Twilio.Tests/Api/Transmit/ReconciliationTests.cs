using FaultMatrix.Wire;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Tests.Api.Transmit;

public class ReconciliationTests
{
    private const string Service = "MG00000000000000000000000000000001";

    private static readonly WireFault Lost = new() { Resets = true };
    private static readonly WireFault LostButSent = new() { Resets = true, TakesEffect = true };
    private static readonly WireFault LostSentAndHidden = LostButSent with { ListLag = TimeSpan.FromHours(1) };

    [Fact]
    public async Task Lost_SenderNotChosenYet_IsFound()
    {
        await using var host = new WireHost(o => o.MessagingServiceSid = Service);
        host.Server.Store.OnStored = m => m.Listed["from"] = null;
        host.OnCreates(LostButSent);

        var result = await host.SendAsync();

        Found(host, result);
    }

    [Theory]
    [InlineData("Box “now” – it’s 5…", "Box \"now\" - it's 5...")]
    [InlineData("Box now", "Sent from your Twilio trial account - Box now")]
    public async Task Lost_BodyChangedOnTheWay_IsFound(string sent, string listed)
    {
        await using var host = new WireHost();
        host.Server.Store.OnStored = m => m.Listed["body"] = listed;
        host.OnCreates(LostButSent);

        var receipt = await host.Client.SendSmsAsync(new SmsMessage { To = Creates.To, Body = sent });

        receipt!.IsReconciled.Should().BeTrue();
        host.OnThePhone.Should().ContainSingle().Which.Sid.Should().Be(receipt.Sid);
    }

    [Fact]
    public async Task Lost_BodyAndAddressNotRetained_IsFound()
    {
        await using var host = new WireHost();
        host.Server.Store.OnStored = m => (m.Listed["body"], m.Listed["to"]) = ("", "+3460011XXXX");
        host.OnCreates(LostButSent);

        var receipt = await host.Client.SendSmsAsync(
            new SmsMessage { To = Creates.To, Body = "Box", RetainContent = false, RetainAddress = false });

        receipt!.IsReconciled.Should().BeTrue();
    }

    [Fact]
    public async Task Lost_TemplateWhoseTextIsTwilios_IsFound()
    {
        await using var host = new WireHost();
        host.Server.Store.OnStored = m => m.Listed["body"] = "Lap 23: box";
        host.OnCreates(LostButSent);

        var receipt = await host.Client.SendWhatsAppAsync(new WhatsAppMessage { To = Creates.To, ContentSid = "HX" + new string('0', 32) });

        receipt!.IsReconciled.Should().BeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lost_SeveralCandidates_IsUnknownAndNotSentAgain(bool isCritical)
    {
        await using var host = new WireHost();
        host.Server.Fault = request =>
        {
            if (!request.IsCreate)
                return null;

            host.Server.Store.Add(request, TimeSpan.Zero);
            return LostButSent;
        };

        var result = await (isCritical ? host.SendCriticalAsync() : host.SendAsync());

        result.Outcome.Should().Be(AlertOutcome.Unknown);
        host.Server.Creates.Should().ContainSingle();
    }

    [Fact]
    public async Task Lost_ListedLateButWithinTheWindow_IsFound()
    {
        await using var host = new WireHost(o => o.Transmit.ReconciliationWindow = TimeSpan.FromSeconds(20));
        host.OnCreates(LostButSent with { ListLag = TimeSpan.FromMilliseconds(500) });

        var result = await host.SendAsync();

        Found(host, result);
    }

    [Fact]
    public async Task Lost_ListedTooLate_IsUnknownAndOnlyACriticalOneIsSentAgain()
    {
        await using var host = new WireHost();
        host.OnCreates(LostSentAndHidden);
        (await host.SendAsync()).Outcome.Should().Be(AlertOutcome.Unknown);
        host.Server.Creates.Should().ContainSingle();

        host.OnCreates(LostSentAndHidden);
        var critical = await host.SendCriticalAsync();

        critical.Outcome.Should().Be(AlertOutcome.Accepted);
        critical.Attempts.Should().Be(2);
        host.OnThePhone.Count(m => m.Body.Contains("RED FLAG", StringComparison.Ordinal)).Should().Be(2, "a duplicate remains possible");
    }

    [Theory]
    [InlineData(403, 20403)]
    [InlineData(401, 20003)]
    [InlineData(500, 20500)]
    [InlineData(429, 20429)]
    public async Task Lost_ListRefusedOrFailing_IsNeverReadAsAbsence(int status, int code)
    {
        await using var host = new WireHost();
        host.OnCreatesAndLists(Lost, WireFault.Error(status, code));

        var result = await host.SendCriticalAsync();

        result.Outcome.Should().Be(AlertOutcome.Unknown);
        host.Server.Creates.Should().ContainSingle();
    }

    [Fact]
    public async Task Lost_ListWithoutTwiliosClock_IsNeverReadAsAbsence()
    {
        await using var host = new WireHost();
        host.OnCreatesAndLists(Lost, new WireFault { Answer = new WireAnswer(200, """{"messages":[]}""") { HasDate = false } });

        var result = await host.SendCriticalAsync();

        result.Outcome.Should().Be(AlertOutcome.Unknown);
        host.Server.Creates.Should().ContainSingle();
    }

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("{}")]
    public async Task Lost_ListThatIsNone_IsNeverReadAsAbsence(string body)
    {
        await using var host = new WireHost();
        host.OnCreatesAndLists(Lost, new WireFault { Answer = new WireAnswer(200, body) });

        var result = await host.SendCriticalAsync();

        result.Outcome.Should().Be(AlertOutcome.Unknown);
        host.Server.Creates.Should().ContainSingle();
    }

    [Fact]
    public async Task Lost_CandidateWithoutADate_IsNeitherAdoptedNorReadAsAbsence()
    {
        await using var host = new WireHost();
        host.Server.Store.OnStored = m => m.Listed["date_created"] = null;
        host.OnCreates(LostButSent);

        var result = await host.SendCriticalAsync();

        result.Outcome.Should().Be(AlertOutcome.Unknown);
        host.Server.Creates.Should().ContainSingle();
    }

    [Fact]
    public async Task Lost_OlderMessageWithTheText_IsNotAdopted()
    {
        await using var host = new WireHost();
        host.Server.Store.OnStored = m => m.Listed["date_created"] = "Thu, 24 Aug 2023 05:01:45 +0000";
        host.OnCreates(LostButSent);

        var result = await host.SendAsync();

        result.Outcome.Should().Be(AlertOutcome.Unknown);
    }

    [Fact]
    public async Task Lost_MessageOfAnEarlierSend_IsNeverAdoptedTwice()
    {
        await using var host = new WireHost();
        var message = new SmsMessage { To = Creates.To, Body = "Box" };
        host.OnCreates(null, Lost);
        await host.Client.SendSmsAsync(message);

        var second = () => host.Client.SendSmsAsync(message);

        (await second.Should().ThrowAsync<TwilioTransportException>()).Which.Acceptance.Should().Be(TwilioAcceptance.Unknown);
    }

    [Fact]
    public async Task Lost_EqualTextUnderWay_IsNotTakenForMine()
    {
        await using var host = new WireHost(o => o.Transmit.ReconciliationWindow = TimeSpan.FromSeconds(2));
        var message = new SmsMessage { To = Creates.To, Body = "Box" };

        // The second is on the phone and in the list long before its own answer comes.
        host.OnCreates(Lost, new WireFault { TakesEffect = true, HeaderDelay = TimeSpan.FromSeconds(1) });
        var ends = await EndsAsync(host.Client.SendSmsAsync(message), host.Client.SendSmsAsync(message));

        ends.Count(e => e.Receipt is { IsReconciled: false }).Should().Be(1);
        ends.Count(e => e.Error is { Acceptance: TwilioAcceptance.Unknown }).Should().Be(1);
        host.OnThePhone.Should().ContainSingle();
    }

    [Fact]
    public async Task Lost_TwoEqualTextsBothSent_AreUnknownRatherThanGuessed()
    {
        await using var host = new WireHost();
        var message = new SmsMessage { To = Creates.To, Body = "Box" };
        host.OnCreates(LostButSent, LostButSent);

        var ends = await EndsAsync(host.Client.SendSmsAsync(message), host.Client.SendSmsAsync(message));

        ends.Should().OnlyContain(e => e.Error != null && e.Error.Acceptance == TwilioAcceptance.Unknown);
        host.OnThePhone.Should().HaveCount(2);
    }

    [Fact]
    public async Task Lost_AfterAnEqualTextOfUnknownEnd_DoesNotAdoptItsMessage()
    {
        await using var host = new WireHost();
        var message = new SmsMessage { To = Creates.To, Body = "Box" };
        host.OnCreatesAndLists(LostButSent, WireFault.Error(403, 20403));
        await EndsAsync(host.Client.SendSmsAsync(message));
        host.OnCreates(Lost);

        var ends = await EndsAsync(host.Client.SendSmsAsync(message));

        ends.Single().Error!.Acceptance.Should().Be(TwilioAcceptance.Unknown, "the listed message is the first one's");
    }

    [Fact]
    public async Task Send_TwoEqualTextsOneAfterTheOther_BothArrive()
    {
        await using var host = new WireHost();
        var message = new SmsMessage { To = Creates.To, Body = "Box" };
        host.OnCreates(LostButSent, LostButSent);

        var first = await host.Client.SendSmsAsync(message);
        var second = await host.Client.SendSmsAsync(message);

        new[] { first!.Sid, second!.Sid }.Should().BeEquivalentTo(host.OnThePhone.Select(m => m.Sid));
    }

    [Fact]
    public async Task Created_BodyCutAndMessageHidden_IsNeverSentAgain()
    {
        await using var host = new WireHost();
        host.OnCreates(new WireFault { TakesEffect = true, CutsBody = true, ListLag = TimeSpan.FromHours(1) });

        var result = await host.SendCriticalAsync();

        result.Outcome.Should().Be(AlertOutcome.Unknown);
        host.OnThePhone.Should().ContainSingle();
        host.Server.Creates.Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{"sid":"not one of Twilio's"}""")]
    [InlineData("""{"sid":"AC00000000000000000000000000000000"}""")]
    [InlineData("[]")]
    public async Task Created_AnswerThatIsNotTwilios_IsUnknown(string body)
    {
        await using var host = new WireHost();
        host.OnCreates(new WireFault { Answer = new WireAnswer(200, body) });

        (await host.SendAsync()).Outcome.Should().Be(AlertOutcome.Unknown);
    }

    [Fact]
    public async Task Lost_OnAKeptConnection_IsOneRequestOnTheWire()
    {
        await using var host = new WireHost();
        host.OnCreates(null, new WireFault { Closes = true });
        await host.SendAsync("first, so that the connection is kept");

        await host.SendAsync("second");

        host.Server.Creates.Should().HaveCount(2, "no handler repeats a create behind our back");
    }

    [Fact]
    public async Task Lost_BehindAHundredNewerMessages_IsFoundOnTheNextPage()
    {
        await using var host = new WireHost();
        host.Server.Fault = request =>
        {
            if (!request.IsCreate)
                return null;

            host.Server.Store.Add(request, TimeSpan.Zero);
            for (var i = 0; i < 120; i++)
                host.Server.Store.Add(request with { Body = $"To={Uri.EscapeDataString(Creates.To)}&Body=other{i}" }, TimeSpan.Zero);

            return Lost;
        };

        var result = await host.SendAsync();

        result.Outcome.Should().Be(AlertOutcome.Accepted);
        result.Message!.IsReconciled.Should().BeTrue();
    }

    [Fact]
    public async Task Lost_BehindMoreNewerMessagesThanAreRead_IsNeverReadAsAbsence()
    {
        await using var host = new WireHost();
        host.Server.Fault = request =>
        {
            if (!request.IsCreate)
                return null;

            host.Server.Store.Add(request, TimeSpan.Zero);
            for (var i = 0; i < 500; i++)
                host.Server.Store.Add(request with { Body = $"To={Uri.EscapeDataString(Creates.To)}&Body=other{i}" }, TimeSpan.Zero);

            return Lost;
        };

        var result = await host.SendCriticalAsync();

        result.Outcome.Should().Be(AlertOutcome.Unknown);
        host.Server.Creates.Should().ContainSingle("five pages of 100 do not show the list's end");
    }

    [Theory]
    [InlineData(1, AlertOutcome.Accepted)]
    [InlineData(2, AlertOutcome.Unknown)]
    public async Task Lost_Call_IsAdoptedOnlyWhenExactlyOneMatches(int calls, AlertOutcome expected)
    {
        await using var host = new WireHost();
        host.Server.Fault = request =>
        {
            if (!request.IsCreate)
                return null;

            for (var i = 0; i < calls; i++)
                host.Server.Store.Add(request, TimeSpan.Zero);

            return Lost;
        };

        var result = await host.Alerts.SendStrategyAlertAsync(
            new StrategyAlert(StrategyAlertType.PitStop, "Box"), new AlertRecipient(Creates.To, AlertChannel.Voice));

        result.Outcome.Should().Be(expected);
        (result.Call?.IsReconciled ?? false).Should().Be(expected == AlertOutcome.Accepted);
        host.Server.Creates.Should().ContainSingle();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lost_SignedCallbackNamesTheAlert_IsSettledAtOnceWhateverTheListSays(bool listRefuses)
    {
        const string sid = "SM0000000000000000000000000000000a";
        await using var host = new WireHost(o =>
        {
            o.StatusCallback = new Uri("https://pit.example/status");
            o.Transmit.ReconciliationWindow = TimeSpan.FromMinutes(4);
        });
        host.Server.Fault = request =>
        {
            if (request.IsCreate)
                return LostSentAndHidden;

            // The callback comes while the list is looked at.
            var alertId = host.Server.Creates.Single()["StatusCallback"]!.Split("alert=")[1];
            host.Get<CallbackSettlements>().Settle(alertId, sid);
            return listRefuses ? WireFault.Error(403, 20403) : null;
        };

        var result = await host.SendAsync();

        result.Outcome.Should().Be(AlertOutcome.Accepted);
        result.Sid.Should().Be(sid);
        host.Ledger.FindBySid(sid)!.Id.Should().Be(result.AlertId);
    }

    private static void Found(WireHost host, AlertResult result)
    {
        result.Outcome.Should().Be(AlertOutcome.Accepted);
        result.Message!.IsReconciled.Should().BeTrue();
        host.OnThePhone.Should().ContainSingle().Which.Sid.Should().Be(result.Sid);
        host.Server.Creates.Should().ContainSingle();
    }

    private static Task<(MessageReceipt? Receipt, TwilioAlertException? Error)[]> EndsAsync(params Task<MessageReceipt?>[] sends) =>
        Task.WhenAll(sends.Select(async send =>
        {
            try
            {
                return (await send, (TwilioAlertException?)null);
            }
            catch (TwilioAlertException e)
            {
                return (null, e);
            }
        }));
}

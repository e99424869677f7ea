using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Api.Health;

public class HealthTests
{
    private const string Key = "SK0123456789abcdef0123456789abcdef";
    private const string Account = "Accounts/" + RawHost.AccountSid + ".json";

    [Fact]
    public async Task CheckHealthAsync_FullAccount_TellsEverything()
    {
        await using var host = await AlertHost.StartAsync(sandboxOptions: new TwilioSandboxOptions { Balance = 12.5m });

        var report = await host.Client.CheckHealthAsync();

        report.Should().BeEquivalentTo(new TwilioHealthReport
        {
            IsConfigured = true,
            IsReachable = true,
            AccountStatus = "active",
            IsTrial = false,
            Balance = 12.5m,
            Currency = "USD",
            OwnsPhoneNumber = true,
        });
        report.IsAvailable.Should().BeTrue();
    }

    [Fact]
    public async Task CheckHealthAsync_TrialAccount_SaysSoAndTextsLeaveRoomForThePrefix()
    {
        await using var host = await AlertHost.StartAsync(sandboxOptions: new TwilioSandboxOptions { AccountType = SandboxAccountType.Trial, VerifiedNumbers = { AlertHost.Phone } });

        var report = await host.Client.CheckHealthAsync();
        var result = await host.Alerts.SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.Fuel, new string('x', 130)), AlertHost.Phone);

        report.IsTrial.Should().BeTrue();
        report.IsAvailable.Should().BeTrue();
        result.Segments.Should().Be(1);
        host.Sandbox.Phone(AlertHost.Phone).Messages.Should().ContainSingle().Which.SegmentCount.Should().Be(1);
    }

    [Fact]
    public async Task CheckHealthAsync_NumberOfSomebodyElse_SaysSo()
    {
        await using var host = await AlertHost.StartAsync(o => o.PhoneNumber = "+15125559999");

        var report = await host.Client.CheckHealthAsync();

        report.OwnsPhoneNumber.Should().BeFalse();
    }

    [Fact]
    public async Task CheckHealthAsync_NameAsSender_CannotTellWhoOwnsIt()
    {
        await using var host = await AlertHost.StartAsync(o => o.PhoneNumber = "PITWALL");

        (await host.Client.CheckHealthAsync()).OwnsPhoneNumber.Should().BeNull();
    }

    [Theory]
    [InlineData("suspended")]
    [InlineData("closed")]
    public async Task CheckHealthAsync_AccountNotActive_IsReachableAndNotAvailable(string status)
    {
        await using var host = RawHost.Start(ServeAccount($$"""{"sid":"{{RawHost.AccountSid}}","status":"{{status}}","type":"Full","auth_token":"{{RawHost.AuthToken}}"}"""));

        var report = await host.Client.CheckHealthAsync();

        (report.IsReachable, report.AccountStatus, report.IsAvailable).Should().Be((true, status, false));
    }

    [Theory]
    [InlineData(401, 20003)]
    [InlineData(403, 20403)]
    public async Task CheckHealthAsync_ApiKeyThatMayNotReadAccounts_IsAskedForWhatItMayRead(int status, int code)
    {
        await using var host = RawHost.Start(
            RawTwilio.Start(r => r.Target.EndsWith(Account, StringComparison.Ordinal) || r.Target.Contains("Balance", StringComparison.Ordinal)
                ? RawAnswer.Json($$"""{"code":{{code}},"message":"Authenticate","status":{{status}}}""", status)
                : RawAnswer.Json($$"""{"incoming_phone_numbers":[null,{"phone_number":"{{RawHost.Sender}}"}]}""")),
            o => (o.ApiKeySid, o.ApiKeySecret, o.Transmit.AttemptTimeout) = (Key, "s3cret", TimeSpan.FromMinutes(1)));

        var report = await host.Client.CheckHealthAsync();

        (report.IsAvailable, report.AccountStatus, report.IsTrial, report.Balance, report.OwnsPhoneNumber, report.Error)
            .Should().Be((true, "active", null, null, true, null));
    }

    [Fact]
    public async Task CheckHealthAsync_WrongToken_IsReportedAndNotThrown()
    {
        await using var host = await AlertHost.StartAsync(o => o.AuthToken = "wrong");

        var report = await host.Client.CheckHealthAsync();

        (report.IsConfigured, report.IsReachable, report.IsAvailable).Should().Be((true, false, false));
        report.Error.Should().BeOfType<TwilioApiException>().Which.ErrorCode.Should().Be(TwilioErrorCode.Authenticate);
    }

    [Fact]
    public async Task CheckHealthAsync_WrongApiKey_IsReportedAndNotThrown()
    {
        await using var host = await AlertHost.StartAsync(o => (o.ApiKeySid, o.ApiKeySecret) = (Key, "wrong"));

        var report = await host.Client.CheckHealthAsync();

        report.IsReachable.Should().BeFalse();
        report.Error.Should().BeOfType<TwilioApiException>();
    }

    [Fact]
    public async Task CheckHealthAsync_NobodyListens_IsReportedAndNotThrown()
    {
        await using var host = await AlertHost.StartAsync();
        await host.Sandbox.StopAsync();

        var report = await host.Client.CheckHealthAsync();

        (report.IsConfigured, report.IsReachable, report.IsAvailable).Should().Be((true, false, false));
        report.Error.Should().BeOfType<TwilioTransportException>().Which.Error.Should().Be(TwilioTransportError.Connect);
    }

    [Fact]
    public async Task CheckHealthAsync_NotConfigured_NamesTheMissingKeysAndAsksNobody()
    {
        await using var host = RawHost.Start(o => (o.AccountSid, o.AuthToken, o.PhoneNumber, o.WhatsAppNumber) = (null, null, null, null));

        var report = await host.Client.CheckHealthAsync();

        (report.IsConfigured, report.IsAvailable).Should().Be((false, false));
        report.Missing.Should().Equal("Twilio_SID", "Twilio_Secret", "Twilio_Phone_Number");
        host.Server.Connections.Should().Be(0);
    }

    [Fact]
    public async Task CheckHealthAsync_ListsThatFail_TakeNothingFromTheAccountsHealth()
    {
        await using var host = RawHost.Start(ServeAccount($$"""{"sid":"{{RawHost.AccountSid}}","status":"active","type":"Full"}""", RawAnswer.Html(500)));

        var report = await host.Client.CheckHealthAsync();

        (report.IsAvailable, report.Balance, report.OwnsPhoneNumber, report.Error).Should().Be((true, null, null, null));
    }

    [Fact]
    public async Task CheckHealthAsync_BalanceOwed_IsNegative()
    {
        await using var host = RawHost.Start(ServeAccount(
            $$"""{"sid":"{{RawHost.AccountSid}}","status":"active","type":"Full"}""",
            RawAnswer.Json($$"""{"account_sid":"{{RawHost.AccountSid}}","balance":"-3.50","currency":"eur"}""")));

        var report = await host.Client.CheckHealthAsync();

        (report.Balance, report.Currency).Should().Be((-3.5m, "EUR"));
    }

    [Fact]
    public async Task CheckHealthAsync_AfterARefusedAccount_ShowsThatRequestsAreHeldBack()
    {
        await using var host = await AlertHost.StartAsync();
        host.Sandbox.Faults.Next(SandboxFault.Refusal(20003, 401));
        await FluentActions.Awaiting(() => host.Client.SendSmsAsync(new SmsMessage { To = AlertHost.Phone, Body = "x" })).Should().ThrowAsync<TwilioApiException>();

        var report = await host.Client.CheckHealthAsync();

        (report.IsReachable, report.IsCircuitOpen, report.IsAvailable).Should().Be((true, true, false));
    }

    [Fact]
    public async Task CheckHealthAsync_CallerCancels_Throws()
    {
        await using var host = await AlertHost.StartAsync();

        var act = () => host.Client.CheckHealthAsync(new CancellationToken(canceled: true));

        await act.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void ToString_Report_HoldsNoSecretAndNoNumber()
    {
        var sut = new TwilioHealthReport { IsConfigured = true, AccountStatus = "active", Balance = 3m };

        sut.ToString().Should().Be("TwilioHealthReport { IsAvailable = False, IsConfigured = True, IsReachable = False, AccountStatus = active, IsCircuitOpen = False }");
    }

    private static RawTwilio ServeAccount(string account, RawAnswer? rest = null) => RawTwilio.Start(r =>
        r.Target.EndsWith(Account, StringComparison.Ordinal) ? RawAnswer.Json(account) : rest ?? RawAnswer.Json("{}", 404));
}

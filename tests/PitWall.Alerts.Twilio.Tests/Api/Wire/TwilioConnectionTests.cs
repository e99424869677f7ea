using System.Text;

namespace PitWall.Alerts.Twilio.Tests.Api.Wire;

public class TwilioConnectionTests
{
    private static readonly SmsMessage Message = new() { To = RawHost.Phone, Body = "Box" };

    [Theory]
    [InlineData(null, null, "https://api.twilio.com/")]
    [InlineData("dublin", null, "https://api.dublin.us1.twilio.com/")]
    [InlineData(null, "ie1", "https://api.ie1.twilio.com/")]
    [InlineData("dublin", "ie1", "https://api.dublin.ie1.twilio.com/")]
    public void Root_EdgeAndRegion_MakeTheHost(string? edge, string? region, string expected)
    {
        var sut = new Twilio.Api.TwilioConnection(new PitWallTwilioOptions { AccountSid = RawHost.AccountSid, Edge = edge, Region = region });

        sut.Messages.Should().Be(new Uri($"{expected}2010-04-01/Accounts/{RawHost.AccountSid}/Messages.json"));
    }

    [Theory]
    [InlineData("/twilio/v1")]
    [InlineData("/twilio/v1/")]
    public async Task Send_BaseAddressWithAPath_KeepsThePath(string path)
    {
        var server = RawTwilio.Start(RawAnswer.Json(RawHost.Created, 201));
        await using var host = RawHost.Start(server, o => o.BaseAddress = new Uri(server.Address, path));

        await host.Client.SendSmsAsync(Message);

        host.Only.Target.Should().Be($"/twilio/v1/2010-04-01/Accounts/{RawHost.AccountSid}/Messages.json");
    }

    [Theory]
    [InlineData("/2010-04-01/Accounts/AC1/Messages.json?Page=1&PageToken=PAx")]
    [InlineData("//evil.example/2010-04-01")]
    [InlineData("https://evil.example/2010-04-01")]
    public void At_WhateverTwilioNames_StaysOnItsHost(string relative)
    {
        var sut = new Twilio.Api.TwilioConnection(new PitWallTwilioOptions { BaseAddress = new Uri("https://proxy.example/twilio") });

        var address = sut.At(relative);

        address.GetLeftPart(UriPartial.Authority).Should().Be("https://proxy.example", "the credentials go where the address points");
        address.AbsolutePath.Should().StartWith("/twilio/");
    }

    [Fact]
    public async Task Send_AuthToken_SignsInAsTheAccount()
    {
        await using var host = RawHost.Start();

        await host.Client.SendSmsAsync(Message);

        Credentials(host).Should().Be($"{RawHost.AccountSid}:{RawHost.AuthToken}");
    }

    [Fact]
    public async Task Send_ApiKey_SignsInAsTheKeyOnTheAccountsAddress()
    {
        const string key = "SK0123456789abcdef0123456789abcdef";
        await using var host = RawHost.Start(o => (o.ApiKeySid, o.ApiKeySecret) = (key, "s3cret:with:colons"));

        await host.Client.SendSmsAsync(Message);

        Credentials(host).Should().Be($"{key}:s3cret:with:colons");
        host.Only.Target.Should().StartWith($"/2010-04-01/Accounts/{RawHost.AccountSid}/");
    }

    [Theory]
    [InlineData("https://pit.example/status", "https://pit.example/status?alert=ID")]
    [InlineData("https://pit.example/status?car=7", "https://pit.example/status?car=7&alert=ID")]
    [InlineData("https://pit.example/status?", "https://pit.example/status?alert=ID")]
    [InlineData("https://pit.example/status#rc=2&rp=all", "https://pit.example/status?alert=ID#rc=2&rp=all")]
    [InlineData("https://pit.example/status?car=7#rc=2", "https://pit.example/status?car=7&alert=ID#rc=2")]
    [InlineData("https://user:pass@pit.example:8443/%7Estatus", "https://user:pass@pit.example:8443/%7Estatus?alert=ID")]
    [InlineData("https://pit.example/état d'âme", "https://pit.example/%C3%A9tat%20d'%C3%A2me?alert=ID")]
    [InlineData("https://bücher.example/s#rc=2", "https://xn--bcher-kva.example/s?alert=ID#rc=2")]
    public async Task SendAlert_StatusCallback_CarriesTheAlertsIdAndKeepsOverridesLast(string configured, string expected)
    {
        await using var host = RawHost.Start(o => o.StatusCallback = new Uri(configured));

        var result = await host.Alerts.SendCriticalAlertAsync(new CriticalAlert("Box"), RawHost.Phone);

        result.Outcome.Should().Be(AlertOutcome.Accepted);
        host.Only.Form.Single(f => f.Name == "StatusCallback").Value.Should().Be(expected.Replace("ID", result.AlertId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_ThinClient_SendsTheConfiguredCallbackAsItIs()
    {
        await using var host = RawHost.Start(o => o.StatusCallback = new Uri("https://pit.example/status#rc=2"));

        await host.Client.SendSmsAsync(Message);
        await host.Client.SendSmsAsync(Message with { StatusCallback = new Uri("https://other.example/s") });

        host.Server.Requests.Select(r => r.Form.Single(f => f.Name == "StatusCallback").Value)
            .Should().Equal("https://pit.example/status#rc=2", "https://other.example/s");
    }

    private static string Credentials(RawHost host)
    {
        var header = host.Only.Header("Authorization")!;
        header.Should().StartWith("Basic ");
        return Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..]));
    }
}

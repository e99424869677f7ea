using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PitWall.Alerts.Twilio.Tests.Registration;

/// <summary>The four flat keys of the original system.</summary>
public class ClassicSecretsTests
{
    private static readonly Dictionary<string, string?> Classic = new()
    {
        ["Twilio_SID"] = RawHost.AccountSid,
        ["Twilio_Secret"] = RawHost.AuthToken,
        ["Twilio_Phone_Number"] = RawHost.Sender,
        ["Twilio_WhatsApp_Number"] = "whatsapp:" + RawHost.WhatsAppSender,
    };

    [Fact]
    public void Options_ClassicKeysAlone_AreRead()
    {
        var options = Bound.Options(Classic);

        (options.AccountSid, options.AuthToken, options.PhoneNumber, options.WhatsAppNumber)
            .Should().Be((RawHost.AccountSid, RawHost.AuthToken, RawHost.Sender, "whatsapp:" + RawHost.WhatsAppSender));
    }

    [Fact]
    public void Options_BothForms_TheSectionWinsKeyByKey()
    {
        var options = Bound.Options([.. Classic, new("PitWall:Twilio:AccountSid", Bound.OtherSid), new("PitWall:Twilio:PhoneNumber", "+15125559999")]);

        (options.AccountSid, options.AuthToken, options.PhoneNumber).Should().Be((Bound.OtherSid, RawHost.AuthToken, "+15125559999"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Options_EmptyValueInTheSection_IsNotSet(string empty)
    {
        var options = Bound.Options([.. Classic, new("PitWall:Twilio:AccountSid", empty), new("PitWall:Twilio:AuthToken", empty)]);

        (options.AccountSid, options.AuthToken).Should().Be((RawHost.AccountSid, RawHost.AuthToken));
    }

    [Theory]
    [InlineData("TWILIO_SID", "TWILIO_SECRET", "TWILIO_PHONE_NUMBER")]
    [InlineData("twilio_sid", "twilio_secret", "twilio_phone_number")]
    public void Options_OtherCase_IsTheSameKey(string sid, string secret, string number) =>
        Bound.Options([new(sid, RawHost.AccountSid), new(secret, RawHost.AuthToken), new(number, RawHost.Sender)]).IsConfigured.Should().BeTrue();

    [Fact]
    public void Options_SecretsMountedAsFiles_LoseTheirLineEnds()
    {
        var options = Bound.Options(
        [
            new("Twilio_SID", RawHost.AccountSid + "\n"), new("PitWall:Twilio:AuthToken", RawHost.AuthToken + "\r\n"), new("Twilio_Phone_Number", " " + RawHost.Sender),
        ]);

        (options.AccountSid, options.AuthToken, options.PhoneNumber).Should().Be((RawHost.AccountSid, RawHost.AuthToken, RawHost.Sender));
    }

    [Fact]
    public void Options_RootHandedOver_HasTheClassicKeys()
    {
        using var provider = Bound.Provider(s => s.AddPitWallTwilio(Bound.Configuration(Classic)));

        provider.GetRequiredService<ITwilioAlertClient>().IsConfigured.Should().BeTrue();
    }

    [Fact]
    public void Options_NoConfigurationAtAll_ReadsTheEnvironmentInAnyCase()
    {
        // No other test registers the library without a configuration and without code, so none sees these.
        foreach (var (key, value) in Classic)
            Environment.SetEnvironmentVariable(key.ToUpperInvariant(), value);

        try
        {
            using var provider = Bound.Provider(s => s.AddPitWallTwilio());

            var options = provider.GetRequiredService<IOptionsMonitor<PitWallTwilioOptions>>().CurrentValue;

            (options.AccountSid, options.AuthToken, options.PhoneNumber).Should().Be((RawHost.AccountSid, RawHost.AuthToken, RawHost.Sender));
        }
        finally
        {
            foreach (var key in Classic.Keys)
                Environment.SetEnvironmentVariable(key.ToUpperInvariant(), null);
        }
    }

    [Fact]
    public void Options_CodeBefore_IsKeptWhereNothingIsConfigured()
    {
        using var provider = Bound.Provider(s =>
        {
            s.AddSingleton<IConfiguration>(Bound.Configuration(Classic));
            s.AddPitWallTwilio(o => o.AccountSid = Bound.OtherSid);
            s.AddPitWallTwilio();
        });

        var options = provider.GetRequiredService<IOptionsMonitor<PitWallTwilioOptions>>().CurrentValue;

        (options.AccountSid, options.AuthToken).Should().Be((Bound.OtherSid, RawHost.AuthToken));
    }
}

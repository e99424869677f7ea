using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PitWall.Alerts.Twilio.Tests.Registration;

/// <summary>What is refused at start, by key and rule.</summary>
public class OptionRulesTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "AccountSid", "AC123" }, { "AccountSid", Bound.OtherSid[..33] + "g" }, { "ApiKeySid", "AC0123456789abcdef0123456789abcdef" },
        { "PhoneNumber", "+12" }, { "PhoneNumber", "A NAME TOO LONG" }, { "PhoneNumber", "12" }, { "PhoneNumber", "123456789" },
        { "WhatsAppNumber", "PITWALL" }, { "WhatsAppNumber", "whatsapp:" }, { "MessagingServiceSid", "MG1" },
        { "Edge", "du blin" }, { "Edge", "-dublin" }, { "Region", "ie1." }, { "Region", "evil.example/" },
        { "BaseAddress", "http://api.twilio.com" }, { "BaseAddress", "ftp://127.0.0.1" }, { "BaseAddress", "/relative" },
        { "BaseAddress", "https://user:pass@proxy.example" }, { "BaseAddress", "https://proxy.example/?a=b" }, { "BaseAddress", "https://proxy.example/#x" },
        { "StatusCallback", "ftp://pit.example" }, { "StatusCallback", "https://pit_wall.example" }, { "StatusCallback", "https://pit.example/?alert=1" },
        { "StatusCallback", "https://pit.example/" + new string('x', 3958) },
        { "Numbers:DefaultRegion", "XX" }, { "Numbers:DefaultRegion", "Spain" }, { "Numbers:Level", "99" }, { "Numbers:AllowedRegions:0", "XX" },
        { "Numbers:RefusedKinds:0", "99" }, { "Numbers:Styles", "4096" },
        { "Voice:Voice", "al\"ice" }, { "Voice:Language", "en GB" }, { "Voice:Repeat", "0" }, { "Voice:Repeat", "6" }, { "Voice:RingTimeout", "00:00:04" },
        { "Voice:ScriptAddress", "https://pit.example/twilio/voice?a" }, { "Voice:ScriptAddress", "https://pit.example" },
        { "Voice:ScriptAddress", "https://pit.example/" }, { "Voice:ScriptLifetime", "00:00:59" }, { "Voice:AsksForKey", "true" },
        { "Transmit:AttemptTimeout", "00:00:00.099" }, { "Transmit:MaxAttempts", "0" }, { "Transmit:MaxAttempts", "21" }, { "Transmit:BackoffBase", "0" },
        { "Transmit:BackoffMax", "00:00:00.100" }, { "Transmit:MaxRetryAfter", "-00:00:01" }, { "Transmit:MaxElapsed", "00:00:00.5" },
        { "Transmit:ReconciliationWindow", "00:05:01" }, { "Transmit:CriticalReconciliationWindow", "-00:00:01" }, { "Transmit:CircuitBreak", "01:00:01" },
        { "Gate:SegmentBudget", "-1" }, { "Gate:CriticalReserve", "-1" }, { "Gate:AllowedRecipients:0", "600111222" }, { "Gate:RehearsalRecipients:0", "x" },
        { "Delivery:LongestWait", "0" }, { "Delivery:LowestSeverity", "9" }, { "Delivery:DrainTimeout", "00:10:01" },
        { "Delivery:ValidFor:Critical", "00:00:01.999" }, { "Delivery:ValidFor:Strategy", "8" }, { "Delivery:ValidFor:Coaching", "0" }, { "Delivery:ValidFor:Batch", "-1" },
        { "Delivery:Deduplication:Critical", "-00:00:01" }, { "Delivery:Deduplication:Strategy", "2" }, { "Delivery:Deduplication:Coaching", "2" }, { "Delivery:Deduplication:Batch", "2" },
        { "Delivery:Limits:Cooldown", "2" }, { "Delivery:Limits:Recipient:PerMinute", "-1" }, { "Delivery:Limits:Recipient:Burst", "0" },
        { "Delivery:Limits:CriticalRecipient:PerMinute", "100001" }, { "Delivery:Limits:CriticalRecipient:Burst", "0" }, { "Delivery:Limits:Sender:PerMinute", "-1" },
        { "Delivery:Limits:Sender:Burst", "0" }, { "Delivery:Limits:Global:PerMinute", "-1" }, { "Delivery:Limits:Global:Burst", "0" },
        { "Delivery:Queue:Capacity", "0" }, { "Delivery:Queue:MaxConcurrency", "0" }, { "Delivery:Queue:AgeingStep", "0" }, { "Delivery:Queue:SmsSegmentsPerSecond", "-1" }, { "Delivery:Queue:SmsSegmentsPerSecond", "1e-300" },
        { "Delivery:Queue:WhatsAppPerSecond", "NaN" }, { "Delivery:Queue:CallsPerSecond", "1001" }, { "Delivery:Ledger:Capacity", "0" }, { "Delivery:Ledger:MaxAge", "00:00:59" },
        { "Webhooks:PublicAddress", "https://pit.example/?a" }, { "Webhooks:MaxBodyBytes", "4095" }, { "Webhooks:Remembered", "99" }, { "Webhooks:HandlerTimeout", "00:00:16" },
        { "Polling:FirstAfter", "0" }, { "Polling:LongestPause", "00:00:09" }, { "Polling:GiveUpAfter", "00:00:09" }, { "Polling:MaxPerMinute", "0" },
        { "Text:ProductName", "" }, { "Text:Currency", "euro" }, { "Text:StrategySegments", "0" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Validate_WrongValue_NamesTheFullKey(string key, string value)
    {
        var keys = Bound.Whole();
        keys[$"PitWall:Twilio:{key}"] = value;
        if (key == "ApiKeySid")
            keys["PitWall:Twilio:ApiKeySecret"] = "s3cret";

        Bound.Failures(keys).Should().ContainSingle().Which.Should().MatchRegex($"^PitWall:Twilio:{key}( \\(or Twilio_[A-Za-z_]+\\))? .+\\.$");
    }

    [Fact]
    public void Validate_WholeConfiguration_IsTaken()
    {
        var keys = Bound.Whole();
        keys["PitWall:Twilio:StatusCallback"] = "https://pit.example/" + new string('x', 3957);
        keys["PitWall:Twilio:Numbers:AllowedRegions:0"] = "es";
        keys["PitWall:Twilio:Numbers:AllowedRegions:1"] = "001";

        Bound.Failures(keys).Should().BeEmpty();
    }

    public static TheoryData<string, string> Halves => new()
    {
        { "AccountSid", "AuthToken (or Twilio_Secret)|PhoneNumber (or Twilio_Phone_Number)" },
        { "AuthToken", "AccountSid (or Twilio_SID)|PhoneNumber (or Twilio_Phone_Number)" },
        { "PhoneNumber", "AccountSid (or Twilio_SID)|AuthToken (or Twilio_Secret)" },
        { "AccountSid,AuthToken", "PhoneNumber (or Twilio_Phone_Number)" },
        { "AccountSid,PhoneNumber", "AuthToken (or Twilio_Secret)" },
        { "AuthToken,PhoneNumber", "AccountSid (or Twilio_SID)" },
        { "AccountSid,AuthToken,PhoneNumber,ApiKeySid", "ApiKeySecret" },
        { "AccountSid,AuthToken,PhoneNumber,ApiKeySecret", "ApiKeySid" },
        { "ApiKeySid,ApiKeySecret", "AccountSid (or Twilio_SID)|PhoneNumber (or Twilio_Phone_Number)" },
    };

    [Theory]
    [MemberData(nameof(Halves))]
    public void Validate_HalfConfigured_NamesEveryMissingKeyAndNoSecret(string given, string missing)
    {
        var all = Bound.Whole();
        all["PitWall:Twilio:ApiKeySid"] = "SK0123456789abcdef0123456789abcdef";
        all["PitWall:Twilio:ApiKeySecret"] = "s3cret";
        var keys = given.Split(',').Select(k => $"PitWall:Twilio:{k}").ToDictionary(k => k, k => all[k]);

        var failures = Bound.Failures(keys);

        failures.Should().Equal(missing.Split('|').Select(k => $"PitWall:Twilio:{k} is missing while other parts of Twilio are configured."));
        string.Concat(failures).Should().NotContainAny(all.Values);
    }

    [Fact]
    public void Validate_HalfConfiguredAccount_NamesItsOwnSection()
    {
        var keys = new Dictionary<string, string?> { ["PitWall:Twilio:Accounts:sprint:AuthToken"] = RawHost.AuthToken };

        Bound.Failures(keys, "sprint").Should().Equal(
            "PitWall:Twilio:Accounts:sprint:AccountSid is missing while other parts of Twilio are configured.",
            "PitWall:Twilio:Accounts:sprint:PhoneNumber is missing while other parts of Twilio are configured.");
    }

    [Fact]
    public void Resolve_WithoutAHost_ThrowsEveryTimeAndNotOnlyOnce()
    {
        using var provider = Bound.Provider(s => s.AddPitWallTwilio(Bound.Configuration([new("Twilio_Secret", "s3cret")])));
        var act = () => provider.GetRequiredService<IPitWallAlerts>();

        for (var i = 0; i < 2; i++)
            act.Should().Throw<OptionsValidationException>().Which.Message.Should().Contain("Twilio_SID").And.NotContain("s3cret");
    }

    [Fact]
    public void Validate_ApiKeyAlone_IsEnough()
    {
        var keys = Bound.Whole();
        keys["PitWall:Twilio:AuthToken"] = null;
        keys["PitWall:Twilio:ApiKeySid"] = "SK0123456789abcdef0123456789abcdef";
        keys["PitWall:Twilio:ApiKeySecret"] = "s3cret";

        Bound.Options(keys).IsConfigured.Should().BeTrue();
    }
}

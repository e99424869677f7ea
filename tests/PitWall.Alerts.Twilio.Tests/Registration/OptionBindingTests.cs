using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PitWall.Alerts.Twilio.Registration;

namespace PitWall.Alerts.Twilio.Tests.Registration;

/// <summary>Every option can be set by a configuration.</summary>
public class OptionBindingTests
{
    public static TheoryData<string> Keys => [.. OptionTree.Leaves.Select(l => l.Key)];

    public static TheoryData<string> NullableKeys => [.. OptionTree.NullableKeys];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Bind_EveryOption_ReachesItsProperty(string key)
    {
        var leaf = OptionTree.Leaves.Single(l => l.Key == key);
        var path = $"PitWall:Twilio:{key}{(leaf.IsList ? ":0" : leaf.IsDictionary ? ":tire_wear" : "")}";
        var configuration = Bound.Configuration([new(path, leaf.Sample)]);
        var options = new PitWallTwilioOptions();
        var before = OptionLeaf.Write(OptionTree.Get(options, leaf));

        new ConfigurationBinding("", configuration).Configure(options);

        leaf.Property.SetMethod.Should().NotBeNull("an option is set by configurations and by code").And.Match(m => ((System.Reflection.MethodInfo)m).IsPublic);
        var value = OptionTree.Get(options, leaf);
        switch (value)
        {
            case IDictionary<string, string> dictionary:
                dictionary.Should().Equal(new Dictionary<string, string> { ["tire_wear"] = leaf.Sample });
                break;
            case System.Collections.IEnumerable list and not string:
                list.Cast<object>().Should().ContainSingle().Which.ToString().Should().Be(leaf.Sample);
                break;
            default:
                OptionLeaf.Write(value).Should().Be($"`{leaf.Sample}`").And.NotBe(before, "or the test could not fail");
                break;
        }
    }

    [Theory]
    [MemberData(nameof(NullableKeys))]
    public void Bind_NullInJson_IsTheDefaultOrAFailureAndNeverACrash(string key)
    {
        string[] names = ["PitWall", "Twilio", .. key.Split(':')];
        var json = string.Concat(names.Select(n => $"{{\"{n}\":")) + "null" + new string('}', names.Length);
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        var configuration = new ConfigurationBuilder().AddJsonStream(stream).Build();
        using var provider = Bound.Provider(s => s.AddPitWallTwilio(configuration));

        var act = () => provider.GetRequiredService<IOptionsMonitor<PitWallTwilioOptions>>().CurrentValue;

        try
        {
            act().Delivery.Limits.Recipient.Should().NotBeNull();
        }
        catch (OptionsValidationException e)
        {
            e.Failures.Should().OnlyContain(f => f.StartsWith("PitWall:Twilio:" + key, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Voice:Repeat", "a whole number")]
    [InlineData("Gate:SegmentBudget", "a whole number")]
    [InlineData("Delivery:Queue:WhatsAppPerSecond", "a number, such as 2.5")]
    [InlineData("Delivery:LongestWait", "a time such as 00:00:30")]
    [InlineData("Voice:ScriptAddress", "an address such as https://pit.example", "https://")]
    [InlineData("Numbers:Level", "one of Possible, Valid, Mobile, Syntax")]
    [InlineData("Delivery:LowestSeverity", "one of Low, Medium, High")]
    [InlineData("Gate:Rehearsal", "true or false")]
    [InlineData("Text:PricePerSegment", "a number, such as 2.5")]
    public void Bind_UnreadableValue_SaysWhatTheKeyTakesAndShowsNoValue(string key, string form, string value = "t0ken")
    {
        var keys = new Dictionary<string, string?> { [$"PitWall:Twilio:{key}"] = value };

        var failure = Bound.Failures(keys).Should().ContainSingle().Subject;

        failure.Should().Be($"PitWall:Twilio:{key} cannot be read as {form}.").And.NotContain(value + " ");
    }

    [Fact]
    public void Bind_SeveralAccounts_ReadTheirOwnSections()
    {
        var keys = Bound.Whole("PitWall:Twilio:Accounts:sprint");
        keys["Twilio_SID"] = Bound.OtherSid;
        keys["PitWall:Twilio:Text:ProductName"] = "The default account's";

        var options = Bound.Options(keys, "sprint");

        options.AccountSid.Should().Be(RawHost.AccountSid);
        options.Text.ProductName.Should().Be("PitWall");
    }
}

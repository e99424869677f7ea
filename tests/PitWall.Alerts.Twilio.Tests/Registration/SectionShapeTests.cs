using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PitWall.Alerts.Twilio.Registration;

namespace PitWall.Alerts.Twilio.Tests.Registration;

public class SectionShapeTests
{
    public static TheoryData<string> Collections => [.. SectionKeys.Collections];

    [Fact]
    public void Keys_AreThoseOfTheOptions()
    {
        SectionKeys.Collections.Should().BeEquivalentTo(OptionTree.Leaves.Where(l => l.IsList || l.IsDictionary).Select(l => l.Key));
        SectionKeys.Times.Should().BeEquivalentTo(OptionTree.Leaves.Where(l => l.ValueType == typeof(TimeSpan)).Select(l => l.Key));
        SectionKeys.Options.Should().BeEquivalentTo(OptionTree.Leaves.Select(l => l.Key));
    }

    [Theory]
    [MemberData(nameof(Collections))]
    public void Bind_ListAsOneValue_IsAnErrorThatSaysHowToWriteIt(string key) =>
        Failures($"PitWall:Twilio:{key}", "+34600111222").Should().ContainSingle()
            .Which.Should().StartWith($"PitWall:Twilio:{key} holds several values").And.NotContain("600111222");

    [Theory]
    [MemberData(nameof(Collections))]
    public void Bind_ObjectInAList_IsAnErrorAndNotAnEmptyList(string key) =>
        Failures($"PitWall:Twilio:{key}:0:Number", "+34600111222").Should().ContainSingle()
            .Which.Should().StartWith($"PitWall:Twilio:{key} holds something that is not one plain value").And.NotContain("600111222");

    [Fact]
    public void Bind_SeveralKindsAsOne_IsAnErrorAndNotAThirdKind() =>
        Failures("PitWall:Twilio:Numbers:RefusedKinds:0", "FixedLine,Mobile").Should().ContainSingle()
            .Which.Should().StartWith("PitWall:Twilio:Numbers:RefusedKinds holds something");

    [Fact]
    public void Bind_GuardAsOneValue_IsAnErrorThatNamesItsKeys() =>
        Failures("PitWall:Twilio:Gate", "true").Should().ContainSingle().Which.Should().StartWith("PitWall:Twilio:Gate has keys of its own");

    [Fact]
    public void Bind_EmptyBudget_IsAnErrorAndNotNoLimit() =>
        Failures("PitWall:Twilio:Gate:SegmentBudget", "").Should().ContainSingle().Which.Should().StartWith("PitWall:Twilio:Gate:SegmentBudget is empty");

    [Theory]
    [InlineData("5")]
    [InlineData(" 1 ")]
    public void Bind_TimeWithoutAUnit_IsAnErrorAndNotDays(string value) =>
        Failures("PitWall:Twilio:Delivery:ValidFor:Strategy", value).Should().ContainSingle()
            .Which.Should().Be($"PitWall:Twilio:Delivery:ValidFor:Strategy is {value.Trim()}, which would be days: write hours:minutes:seconds, such as 00:00:30.");

    [Theory]
    [InlineData("Gate:Rehersal", "true")]
    [InlineData("Gate:SegmentBuget", "20")]
    [InlineData("Numbers:AllowedRegion:0", "ES")]
    [InlineData("Gates:Rehearsal", "true")]
    [InlineData("Webhook:PublicAddress", "https://pit.example")]
    [InlineData("Voice:AsksForKye", "true")]
    [InlineData("Delivery:Limits:Recipient:PerMinut", "5")]
    [InlineData("Delivery:ValidFro:Critical", "00:01:00")]
    public void Bind_MisspeltKey_IsAnErrorThatNamesTheOthers(string key, string value) =>
        Failures($"PitWall:Twilio:{key}", value).Should().ContainSingle().Which.Should().Contain("does not exist. There are:");

    [Theory]
    [InlineData("Gate:AllowedRecipients", "")]
    [InlineData("gate:rehearsal", "true")]
    [InlineData("Delivery:Deduplication:Critical", "0")]
    [InlineData("Delivery:ValidFor:Strategy", "00:00:05")]
    [InlineData("Accounts:endurance:Gate:Rehearsal", "true")]
    [InlineData("voice:language", "en-GB")]
    public void Bind_WhatIsRight_IsTaken(string key, string value) => Failures($"PitWall:Twilio:{key}", value).Should().BeEmpty();

    private static List<string> Failures(string key, string value)
    {
        using var provider = Bound.Provider(s => s.AddPitWallTwilio(Bound.Configuration([new(key, value)])));
        try
        {
            _ = provider.GetRequiredService<IOptionsMonitor<PitWallTwilioOptions>>().CurrentValue;
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
    }
}

using PitWall.Alerts.Twilio.Registration;

namespace PitWall.Alerts.Twilio.Tests.Registration;

public class ValueFormTests
{
    public static TheoryData<Type> Types => [.. OptionTree.Leaves.Where(leaf => !leaf.IsDictionary).Select(leaf => leaf.ValueType).Where(type => type != typeof(string)).Distinct()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Of_EveryTypeOfAnOption_IsSaidInWords(Type type) =>
        ValueForm.Of(type.FullName!).Should().NotContain(type.Name).And.MatchRegex("^(a|an|one of|true) ");

    [Fact]
    public void Of_AnotherType_IsItsName() => ValueForm.Of("System.Half").Should().Be("System.Half");
}

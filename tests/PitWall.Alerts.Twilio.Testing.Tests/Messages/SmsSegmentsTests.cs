using PitWall.Alerts.Twilio.Testing.Messages;

namespace PitWall.Alerts.Twilio.Testing.Tests.Messages;

/// <summary>Reference cases of Twilio's own calculator, npm <c>sms-segments-calculator</c> 1.3.0.</summary>
public class SmsSegmentsTests
{
    public static TheoryData<string, bool, int> Cases => new()
    {
        { "", true, 1 },
        { new string('A', 160), true, 1 },
        { new string('A', 161), true, 2 },
        { new string('A', 306), true, 2 },
        { new string('A', 307), true, 3 },
        { new string('A', 1600), true, 11 },
        { new string('€', 80), true, 1 },
        { new string('€', 81), true, 2 },
        { new string('A', 152) + "€" + new string('B', 10), true, 2 },
        { new string('á', 70), false, 1 },
        { new string('á', 71), false, 2 },
        { new string('á', 134), false, 2 },
        { new string('á', 135), false, 3 },
        { string.Concat(Enumerable.Repeat("😀", 35)), false, 1 },
        { string.Concat(Enumerable.Repeat("😀", 36)), false, 2 },
        { new string('á', 66) + "😀" + new string('b', 10), false, 2 },
        { new string('a', 69) + "😀", false, 2 },
        { "Última vuelta: coche 55 1.º, +0.4s", false, 1 },
        { "🟥 RED FLAG", false, 1 },
        // Each pair that does not fit leaves a part one unit short.
        { string.Concat(Enumerable.Repeat(new string('A', 152) + "€", 2)), true, 3 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Count_ReferenceCase_IsAsCalculated(string text, bool isGsm7, int segments)
    {
        SmsSegments.IsGsm7(text).Should().Be(isGsm7);
        SmsSegments.Count(text).Should().Be(segments);
    }
}

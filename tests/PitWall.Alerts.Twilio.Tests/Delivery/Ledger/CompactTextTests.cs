using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Ledger;

public class CompactTextTests
{
    private static readonly string[] Texts =
    [
        "", "a", "alert-1", "0123456789abcdef", "0123456789abcdefg", "é", "a\0b", "\0",
        "SM0123456789abcdef0123456789abcdef", "MM0123456789abcdef0123456789abcdef", "SM0123456789abcdef0123456789ABCDEF",
        "SM0123456789abcdef0123456789abcdeg", "SM0123456789abcdef0123456789abcde", "1M0123456789abcdef0123456789abcdef",
        "CA0123456789abcdef0123456789abcdef", "XX0123456789abcdef0123456789abcdef", "SM00000000000000000000000000000000", "SM00000000000000000000000000000001",
    ];

    public static TheoryData<string> All => new(Texts);

    [Theory]
    [MemberData(nameof(All))]
    public void ToString_AnyText_IsTheTextAgain(string text)
    {
        var sut = CompactText.Of(text);

        sut.ToString().Should().Be(text);
        sut.HasValue.Should().BeTrue();
    }

    [Fact]
    public void Equals_AnyTwo_IsWhetherTheTextsAre()
    {
        foreach (var one in Texts)
        {
            foreach (var other in Texts)
                CompactText.Of(one).Equals((object)CompactText.Of(other)).Should().Be(one == other, "'{0}' and '{1}'", one, other);

            CompactText.Of(one).GetHashCode().Should().Be(CompactText.Of(new string(one)).GetHashCode());
            CompactText.Of(one).Equals(default).Should().BeFalse();
        }
    }

    [Fact]
    public void Of_Null_IsNoText()
    {
        CompactText.Of(null).HasValue.Should().BeFalse();
        CompactText.Of(null).ToString().Should().BeNull();
    }
}

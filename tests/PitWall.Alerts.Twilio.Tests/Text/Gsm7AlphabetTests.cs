using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class Gsm7AlphabetTests
{
    // 3GPP TS 23.038, section 6.2.1, in the order of its table, and section 6.2.1.1.
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extension = "\f^{}\\[~]|€";

    [Fact]
    public void Septets_EveryCharacter_FollowsTheStandard()
    {
        Basic.Should().HaveLength(127, "the table has 128 places and one of them is the escape");
        for (var c = char.MinValue; c < char.MaxValue; c++)
        {
            var expected = Basic.Contains(c) ? 1 : Extension.Contains(c) ? 2 : 0;

            Gsm7Alphabet.Septets(c).Should().Be(expected, "of U+{0:X4}", (int)c);
        }
    }

    [Fact]
    public void AsciiOneSeptet_EveryCharacter_IsWhatTakesOneSeptet()
    {
        for (var c = char.MinValue; c < 128; c++)
            Gsm7Alphabet.AsciiOneSeptet.Contains(c).Should().Be(Gsm7Alphabet.Septets(c) == 1, "of U+{0:X4}", (int)c);
    }
}

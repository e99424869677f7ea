using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Tests.Diagnostics;

public class QuotedNumbersTests
{
    [Theory]
    [InlineData("to +34600111222 failed", "to +*********** failed")]
    [InlineData("to +34 600 111 222, error 21610", "to +** *** *** ***, error 21610")]
    [InlineData("(650) 253-0000 and 020.7031.3000", "(***) ***-**** and ***.****.****")]
    [InlineData("whatsapp:+34/600-111\u2011222", "whatsapp:+**/***-***\u2011***")]
    [InlineData("\u0663\u0664\u0666\u0660\u0660\u0661\u0661\u0661", "********")]
    [InlineData("123456", "******")]
    public void Mask_Number_LosesItsDigits(string sentence, string expected) => QuotedNumbers.Mask(sentence).Should().Be(expected);

    [Theory]
    [InlineData("")]
    [InlineData("Twilio answered HTTP 400, error 21211: no (10DLC, 160 or 70 characters, 63016).")]
    [InlineData("12345")]
    [InlineData("- ( . )")]
    public void Mask_CodesAndCounts_StayAsTheyAre(string sentence) => QuotedNumbers.Mask(sentence).Should().BeSameAs(sentence);

    [Fact]
    public void Mask_SentencesOfTwiliosCodes_StayReadable()
    {
        var sentences = TwilioErrorTable.All
            .Select(e => new TwilioApiException(System.Net.HttpStatusCode.BadRequest, new TwilioErrorCode(e.Code)).Message);

        sentences.Should().OnlyContain(s => QuotedNumbers.Mask(s) == s);
    }
}

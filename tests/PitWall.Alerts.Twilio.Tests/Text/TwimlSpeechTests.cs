using System.Xml.Linq;
using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio.Tests.Text;

public sealed class TwimlSpeechTests
{
    [Fact]
    public void Say_Text_IsSpokenRepeatedAndHungUp()
    {
        var twiml = TwimlSpeech.Say("Box & <stay> out", "Polly.Joanna", "en-US", times: 2, out var isCut);

        twiml.Should().Be(
            """<Response><Say voice="Polly.Joanna" language="en-US">Box &amp; &lt;stay&gt; out</Say><Pause length="1" />"""
            + """<Say voice="Polly.Joanna" language="en-US">Box &amp; &lt;stay&gt; out</Say><Hangup /></Response>""");
        isCut.Should().BeFalse();
    }

    [Fact]
    public void Say_ControlCharactersAndBrokenSurrogates_AreNoXmlError()
    {
        var twiml = TwimlSpeech.Say("a\0b\u0001c\uD800d\uFFFEe\tf", voice: null, language: null, times: 1, out _);

        XDocument.Parse(twiml).Root!.Element("Say")!.Value.Should().Be("abc\uFFFDde f");
    }

    [Theory]
    [InlineData("fuel & tires < 15% ", 1)]
    [InlineData("残り十五周でピットイン ", 2)]
    [InlineData("&", 2)]
    [InlineData("😀", 3)]
    [InlineData("word ", 2)]
    public void Say_TextThatDoesNotFit_IsCutWithinTheLimit(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 2000));

        var twiml = TwimlSpeech.Say(text, "Google.en-US-Chirp3-HD-Aoede", "en-US", times, out var isCut);

        isCut.Should().BeTrue();
        twiml.Length.Should().BeLessThanOrEqualTo(TwimlSpeech.MaxLength);
        var said = XDocument.Parse(twiml).Root!.Elements("Say").Select(say => say.Value).ToArray();
        said.Should().ContainSingle("once in full is worth more than twice in part").And.OnlyContain(words => words.EndsWith("...", StringComparison.Ordinal) && words.Length > 100);
        said.Should().OnlyContain(words => Uri.EscapeDataString(words).Length <= 4500);
    }
}

using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Tests.Webhooks;

public class TwilioSignedContentTests
{
    private const string Url = "https://pit.example/status";

    private readonly char[] _text = new char[TwilioSignedContent.UsualLength];
    private readonly byte[] _bytes = new byte[TwilioSignedContent.UsualBytes];

    [Fact]
    public void Dispose_SeveralFormsWereTried_LeavesNothingOfTheFieldsBehind()
    {
        var content = new TwilioSignedContent(Url.Length + 4, [new("To", "+34600111222"), new("Body", "Box this lap")], _text, _bytes);
        content.PutUrl(Url + ":443");
        content.Encode();
        content.PutUrl(Url);
        content.Encode();

        content.Dispose();

        new string(_text).Should().NotContain("34600111222").And.NotContain("Box this lap");
        _bytes.Should().OnlyContain(b => b == 0);
    }
}

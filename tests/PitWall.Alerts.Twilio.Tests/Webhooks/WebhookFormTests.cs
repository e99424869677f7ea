using System.Text;
using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Tests.Webhooks;

public class WebhookFormTests
{
    [Theory]
    [InlineData("a=1&b=2", "a:1|b:2")]
    [InlineData("a=1&a=2&a=1", "a:1|a:2|a:1")]
    [InlineData("a=&b", "a:|b:")]
    [InlineData("&&a=1&", "a:1")]
    [InlineData("=x", ":x")]
    [InlineData("a=b=c", "a:b=c")]
    [InlineData("a+b=c+d%2B", "a b:c d+")]
    [InlineData("Body=%F0%9F%8F%81%20%c3%B1", "Body:🏁 ñ")]
    [InlineData("a=%&b=%4&c=%zz&d=100%", "a:%|b:%4|c:%zz|d:100%")]
    [InlineData("a=%ff", "a:�")]
    [InlineData("", "")]
    public void TryParse_Form_KeepsOrderRepetitionAndEmptyValues(string form, string expected)
    {
        var parsed = WebhookForm.TryParse(Encoding.UTF8.GetBytes(form), out var fields);

        parsed.Should().BeTrue();
        string.Join('|', fields!.Select(field => $"{field.Key}:{field.Value}")).Should().Be(expected);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void TryParse_ManyFields_GivesUpBeyondWhatTwilioEverSends(int count, bool expected) =>
        WebhookForm.TryParse(Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Repeat("a=1", count))), out _).Should().Be(expected);

    [Theory]
    [InlineData("application/x-www-form-urlencoded", true)]
    [InlineData("Application/X-WWW-Form-Urlencoded ; charset=utf-8", true)]
    [InlineData("application/x-www-form-urlencoded2", false)]
    [InlineData("multipart/form-data; boundary=x", false)]
    [InlineData("application/json", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsForm_ContentType_IsReadWithoutItsParameters(string? contentType, bool expected) =>
        WebhookForm.IsForm(contentType).Should().Be(expected);

    [Fact]
    public void Indexer_FieldsThatDiffer_IsNobodysValue()
    {
        var sut = new WebhookFields([new("a", "1"), new("a", "2"), new("b", "3"), new("b", "3"), new("c", "")]);

        sut["a"].Should().BeNull();
        sut["b"].Should().Be("3");
        sut["c"].Should().BeNull();
        sut["d"].Should().BeNull();
    }

    [Theory]
    [InlineData("https://pit.example/twilio/status?alert=abc&x=1#rc=2", "abc")]
    [InlineData("https://pit.example/twilio/status?x=1&alert=a%2Bb", "a+b")]
    [InlineData("https://pit.example/twilio/status", null)]
    [InlineData("https://pit.example/twilio/status#?alert=abc", null)]
    public void OfQuery_Url_ReadsItsQuery(string url, string? expected) =>
        WebhookFields.OfQuery(url)["alert"].Should().Be(expected);
}

namespace PitWall.Alerts.Twilio.Testing.Tests.Requests;

public class SignedTwilioRequestTests
{
    private const string Url = "https://pit.example/hooks?tenant=1";

    private readonly TwilioSignatureValidator _validator = new("token");
    private readonly SignedTwilioRequest _sut = new("token");

    [Fact]
    public async Task Form_WithRepeatedFields_IsValid()
    {
        KeyValuePair<string, string>[] fields = [new("b", "2 ñ&="), new("a", "1"), new("b", "1")];

        using var request = _sut.Form(Url, fields);

        _validator.ValidateForm(Url, fields, Signature(request)).Should().Be(TwilioSignatureVerdict.Valid);
        (await request.Content!.ReadAsStringAsync()).Should().Be("b=2%20%C3%B1%26%3D&a=1&b=1");
    }

    [Fact]
    public void Get_Always_IsValid()
    {
        using var request = _sut.Get(Url);

        request.Method.Should().Be(HttpMethod.Get);
        _validator.ValidateUrl(Url, Signature(request)).Should().Be(TwilioSignatureVerdict.Valid);
    }

    [Theory]
    [InlineData("https://pit.example/hooks")]
    [InlineData(Url)]
    public async Task Json_Always_VouchesForItsBody(string url)
    {
        using var request = _sut.Json(url, """{"a":1}""");

        var body = await request.Content!.ReadAsByteArrayAsync();
        _validator.ValidateBody(request.RequestUri!.OriginalString, body, Signature(request)).Should().Be(TwilioSignatureVerdict.Valid);
        _validator.ValidateBody(request.RequestUri.OriginalString, "{}"u8, Signature(request)).Should().Be(TwilioSignatureVerdict.BodyMismatch);
    }

    [Fact]
    public async Task MessageStatusAndText_Always_CarryTheirFields()
    {
        using var status = _sut.MessageStatus(Url, "SM1", "failed", "+34600111222", "+15125550100", 30003);
        using var text = _sut.Text(Url, "SM2", "+34600111222", "+15125550100", "Copy");

        (await status.Content!.ReadAsStringAsync()).Should().Contain("MessageStatus=failed").And.Contain("ErrorCode=30003").And.Contain("To=%2B34600111222");
        (await text.Content!.ReadAsStringAsync()).Should().Contain("Body=Copy").And.Contain("SmsStatus=received");
    }

    [Fact]
    public async Task MessageStatusAndText_OfAnotherAccount_SayWhose()
    {
        var sid = "AC" + new string('1', 32);
        var sut = new SignedTwilioRequest("token", sid);
        using var status = sut.MessageStatus(Url, "SM1", "sent", "+34600111222", "+15125550100");
        using var text = sut.Text(Url, "SM2", "+34600111222", "+15125550100", "Copy");

        (await status.Content!.ReadAsStringAsync()).Should().Contain("AccountSid=" + sid);
        (await text.Content!.ReadAsStringAsync()).Should().Contain("AccountSid=" + sid);
    }

    /// <summary>ASP.NET Core's test server takes addresses apart.</summary>
    [Fact]
    public void Address_InItsUsualForm_CanBeTakenApart()
    {
        using var request = _sut.Get(Url);

        request.RequestUri!.GetComponents(UriComponents.PathAndQuery, UriFormat.UriEscaped).Should().Be("/hooks?tenant=1");
    }

    [Theory]
    [InlineData("https://pit.example/a/../%7ehooks?a=%2b%5b")]
    [InlineData("https://pit.example/a|b?c=%zz")]
    public void Address_InAnotherForm_GoesOutAsItWasSigned(string url)
    {
        using var request = _sut.Get(url);

        request.RequestUri!.PathAndQuery.Should().Be(url["https://pit.example".Length..]);
    }

    [Fact]
    public void Address_NotAbsolute_IsRefused()
    {
        _sut.Invoking(static sut => sut.Get("/hooks")).Should().Throw<ArgumentException>();
    }

    private static string Signature(HttpRequestMessage request) => request.Headers.GetValues("X-Twilio-Signature").Single();
}

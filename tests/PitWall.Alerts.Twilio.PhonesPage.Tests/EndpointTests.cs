using System.Net;
using System.Text;

namespace PitWall.Alerts.Twilio.PhonesPage.Tests;

public sealed class EndpointTests : IAsyncLifetime
{
    private const string Text = """{"phone":"+15125550142","body":"Copy"}""";

    private readonly HttpClient _http = new();
    private TwilioSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await TwilioSandbox.StartAsync();

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/phones", "text/html")]
    [InlineData("/phones/main.js", "text/javascript")]
    [InlineData("/phones/base.css", "text/css")]
    [InlineData("/phones/icon.svg", "image/svg+xml")]
    public async Task Part_OfThePage_IsServedWithAStrictPolicy(string path, string type)
    {
        using var answer = await _http.GetAsync(new Uri(_sandbox.BaseAddress, path));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be(type);
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().StartWith("default-src 'none'").And.Contain("script-src 'self'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
    }

    [Fact]
    public async Task Page_Whole_NamesNoOtherSite()
    {
        var parts = typeof(TwilioSandbox).Assembly.GetManifestResourceNames().Where(static name => name.StartsWith("PhonesPage/", StringComparison.Ordinal)).ToList();

        parts.Should().HaveCountGreaterThan(10);
        foreach (var part in parts)
        {
            var text = await _http.GetStringAsync(new Uri(_sandbox.BaseAddress, part.Replace("PhonesPage/page.html", "", StringComparison.Ordinal).Replace("PhonesPage", "phones", StringComparison.Ordinal)));
            text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal).Should().NotContain("://", part);
        }
    }

    [Theory]
    [InlineData("/phones/nothing.js")]
    [InlineData("/phones/..%2fpage.html")]
    [InlineData("/phones/a/b")]
    public async Task Part_ThatDoesNotExist_IsNotFound(string path)
    {
        using var answer = await _http.GetAsync(new Uri(_sandbox.BaseAddress, path));

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/phones/main.js")]
    [InlineData("/phones/events")]
    public async Task Get_UnderAnotherName_IsForbidden(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_sandbox.BaseAddress, path));
        request.Headers.Host = "evil.example:" + _sandbox.BaseAddress.Port;

        using var answer = await _http.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Events_AskedForByAnotherSite_AreForbidden()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_sandbox.BaseAddress, "/phones/events"));
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await _http.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Action_OfThePage_IsDone()
    {
        (await ActAsync("text", Text)).Should().Be(HttpStatusCode.NoContent);
        _sandbox.Messages.Should().ContainSingle().Which.Body.Should().Be("Copy");
    }

    [Theory]
    [InlineData("http://evil.example", null, null)]
    [InlineData("null", null, null)]
    [InlineData("", null, null)]
    [InlineData("http://127.0.0.1:1", null, null)]
    [InlineData("http://evil.example", "evil.example", null)]
    [InlineData(null, null, "cross-site")]
    [InlineData(null, null, "same-site")]
    public async Task Action_OfAnotherSite_IsForbidden(string? origin, string? host, string? site)
    {
        (await ActAsync("text", Text, origin, host: host, site: site)).Should().Be(HttpStatusCode.Forbidden);
        _sandbox.Messages.Should().BeEmpty();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public async Task Action_InAFormsType_IsRefused(string type)
    {
        (await ActAsync("text", Text, type: type)).Should().Be(HttpStatusCode.UnsupportedMediaType);
        _sandbox.Messages.Should().BeEmpty();
    }

    [Theory]
    [InlineData("text", "", HttpStatusCode.BadRequest)]
    [InlineData("text", "null", HttpStatusCode.BadRequest)]
    [InlineData("text", "[1]", HttpStatusCode.BadRequest)]
    [InlineData("text", """{"phone":"+15125550142"}""", HttpStatusCode.BadRequest)]
    [InlineData("text", """{"body":"Copy"}""", HttpStatusCode.BadRequest)]
    [InlineData("text", """{"phone":"none","body":"Copy"}""", HttpStatusCode.BadRequest)]
    [InlineData("text", """{"phone":"+15125550142","body":"Copy","to":"+15005550006"}""", HttpStatusCode.BadRequest)]
    [InlineData("name", """{"phone":"+15125550142","name":"A name that is longer than a phone's head has room for"}""", HttpStatusCode.BadRequest)]
    [InlineData("habits", """{"phone":"+15125550142","calls":"scripted"}""", HttpStatusCode.NotFound)]
    [InlineData("fault", """{"fault":"none"}""", HttpStatusCode.NotFound)]
    [InlineData("fault", """{"fault":"503","on":true,"share":0}""", HttpStatusCode.BadRequest)]
    [InlineData("answer", """{"sid":"CA00000000000000000000000000000000"}""", HttpStatusCode.NotFound)]
    [InlineData("fly", "{}", HttpStatusCode.NotFound)]
    public async Task Action_ThatCannotBe_IsRefused(string action, string body, HttpStatusCode expected)
    {
        (await ActAsync(action, body)).Should().Be(expected);
    }

    [Fact]
    public async Task Action_WithAnUnknownFault_SaysWhatThereIsNot()
    {
        using var request = Act("fault-once", """{"fault":"none"}""");

        using var answer = await _http.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).Should().Be("""{"error":"There is no such action, phone, call or fault."}""");
    }

    [Fact]
    public async Task Action_WithAHugeBody_IsRefused()
    {
        (await ActAsync("text", $$"""{"phone":"+15125550142","body":"{{new string('x', 20_000)}}"}""")).Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Events_OfMoreMessagesThanABufferHolds_EndInTheWholePicture()
    {
        using var http = new TwilioHttp(_sandbox);
        using var stream = new StreamReader(await _http.GetStreamAsync(new Uri(_sandbox.BaseAddress, "/phones/events")));
        (await stream.ReadLineAsync()).Should().Contain("\"whole\":true");

        // The page does not read while these are sent.
        for (var i = 1; i <= 900; i++) await http.SendSmsAsync("+15125550142", $"Lap {i}. " + new string('x', 300));
        var frames = new List<string>();
        do frames.Add(await stream.ReadLineAsync() ?? throw new EndOfStreamException());
        while (!frames[^1].Contains("Lap 900.", StringComparison.Ordinal));

        frames[^1].Should().Contain("\"toPhones\":900");
    }

    private async Task<HttpStatusCode> ActAsync(string action, string body, string? origin = null, string type = "application/json", string? host = null, string? site = "same-origin")
    {
        using var request = Act(action, body, origin, type, host, site);
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    private HttpRequestMessage Act(string action, string body, string? origin = null, string type = "application/json", string? host = null, string? site = "same-origin")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_sandbox.BaseAddress, "/phones/" + action));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.TryAddWithoutValidation("Origin", origin ?? _sandbox.BaseAddress.GetLeftPart(UriPartial.Authority));
        if (host is not null) request.Headers.Host = host;
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        return request;
    }
}

using System.Net.Sockets;
using System.Text;
using PitWall.Alerts.Twilio.Testing.Tests.Support;

namespace PitWall.Alerts.Twilio.Testing.Tests.Rest;

public class ApiTests
{
    private const string Driver = "+15125550123";

    [Fact]
    public async Task Answer_Always_HasTheHeadersOfTwilio()
    {
        var clock = new ManualTimeProvider();
        await using var stage = await Stage.OpenAsync(new TwilioSandboxOptions { TimeProvider = clock });

        var answer = await stage.SendAsync(Driver);

        answer.Headers.GetValues("Twilio-Request-Id").Single().Should().Be("RQ" + answer["sid"]![2..]);
        answer.Headers.GetValues("Twilio-Concurrent-Requests").Single().Should().Be("1");
        answer.Headers.GetValues("Twilio-Request-Duration").Single().Should().Be("0.000");
        answer.Headers.Date.Should().Be(clock.GetUtcNow());
        answer.Headers.Contains("Server").Should().BeFalse();
    }

    [Theory]
    [InlineData("DELETE", "/Messages", 405, 20004)]
    [InlineData("PUT", "/Messages", 405, 20004)]
    [InlineData("GET", "/Nothing", 404, 20404)]
    [InlineData("GET", "/Messages/SM00000000000000000000000000000000", 404, 20404)]
    [InlineData("GET", "/Calls/CA00000000000000000000000000000000", 404, 20404)]
    public async Task Request_WrongMethodOrPath_IsRefused(string method, string resource, int status, int code)
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await stage.Http.SendAsync(new HttpMethod(method), stage.Http.Path(resource));

        answer.Status.Should().Be(status);
        answer.Code.Should().Be(code);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", 201)]
    [InlineData("Application/X-WWW-Form-Urlencoded; charset=utf-8", 201)]
    [InlineData(null, 201)]
    [InlineData("text/plain", 400)]
    [InlineData("application/json", 400)]
    public async Task Create_FormOfAnotherType_HasNoParameters(string? contentType, int status)
    {
        await using var stage = await Stage.OpenAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(
            $"To={Uri.EscapeDataString(Driver)}&From={Uri.EscapeDataString(stage.Sandbox.PhoneNumber)}&Body=Box"));
        if (contentType is not null) content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var answer = await stage.Http.SendAsync(HttpMethod.Post, stage.Http.Path("/Messages"), content);

        answer.Status.Should().Be(status);
        if (status == 400) answer.Code.Should().Be(21604, "the recipient is missing");
        stage.Sandbox.Requests.Single().Form.Should().HaveCount(status == 400 ? 0 : 3);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer x")]
    [InlineData("Basic !!!")]
    [InlineData("Basic bm9jb2xvbg==")]
    public async Task Request_WithoutUsableCredentials_IsUnauthorized(string? authorization)
    {
        await using var stage = await Stage.OpenAsync();
        using var http = new HttpClient { BaseAddress = stage.Sandbox.BaseAddress };
        if (authorization is not null) http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        using var response = await http.GetAsync(stage.Http.Path("/Messages"));

        response.StatusCode.Should().Be(System.Net.HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().Should().Contain("Twilio API");
    }

    [Fact]
    public async Task Request_HugeBody_IsRefused()
    {
        await using var stage = await Stage.OpenAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(stage.Sandbox.BaseAddress.Host, stage.Sandbox.BaseAddress.Port);
        await using var stream = client.GetStream();

        // The body stays here: a client that still writes one may not get to read that it is refused.
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {stage.Http.Path("/Messages")} HTTP/1.1\r\nHost: {stage.Sandbox.BaseAddress.Authority}\r\nContent-Length: 2000000\r\n\r\n"));

        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();
        answer.Should().StartWith("HTTP/1.1 413").And.Contain("20413");
    }

    [Fact]
    public async Task Request_BrokenChunks_AreABadRequestAndNotATooLargeOne()
    {
        await using var stage = await Stage.OpenAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(stage.Sandbox.BaseAddress.Host, stage.Sandbox.BaseAddress.Port);
        await using var stream = client.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {stage.Http.Path("/Messages")} HTTP/1.1\r\nHost: {stage.Sandbox.BaseAddress.Authority}\r\nTransfer-Encoding: chunked\r\n\r\nno number\r\n"));

        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync()).Should().StartWith("HTTP/1.1 400");
    }

    [Theory]
    [InlineData("+15005550006", "+15125550123", 201, 0)]
    [InlineData("+15005550001", "+15125550123", 400, 21212)]
    [InlineData("+15005550007", "+15125550123", 400, 21606)]
    [InlineData("+15005550008", "+15125550123", 400, 21611)]
    [InlineData("+15125550100", "+15125550123", 400, 21606)]
    [InlineData("+15005550006", "+15005550001", 400, 21211)]
    [InlineData("+15005550006", "+15005550002", 400, 21612)]
    [InlineData("+15005550006", "+15005550003", 400, 21408)]
    [InlineData("+15005550006", "+15005550004", 400, 21610)]
    [InlineData("+15005550006", "+15005550009", 400, 21614)]
    public async Task TestCredentials_Message_PlaysTheMagicNumbersAndSendsNothing(string from, string to, int status, int code)
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await AsTestAsync(stage, HttpMethod.Post, "/Messages", ("To", to), ("From", from), ("Body", "Box"), ("StatusCallback", stage.Host.Address + "/cb"));
        await stage.Sandbox.WaitForCallbacksAsync();

        answer.Status.Should().Be(status);
        if (code != 0) answer.Code.Should().Be(code);
        else answer["account_sid"].Should().Be(TwilioSandbox.DefaultTestAccountSid);
        stage.Sandbox.Messages.Should().BeEmpty();
        stage.Host.Received.Should().BeEmpty();
    }

    [Theory]
    [InlineData("+15005550006", "+15125550123", 201, 0)]
    [InlineData("+15005550001", "+15125550123", 400, 21212)]
    [InlineData("+15125550100", "+15125550123", 400, 21210)]
    [InlineData("+15005550006", "+15005550001", 400, 21217)]
    [InlineData("+15005550006", "+15005550002", 400, 21214)]
    [InlineData("+15005550006", "+15005550003", 400, 21215)]
    [InlineData("+15005550006", "+15005550004", 400, 21216)]
    public async Task TestCredentials_Call_PlaysTheMagicNumbersAndCallsNobody(string from, string to, int status, int code)
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await AsTestAsync(stage, HttpMethod.Post, "/Calls", ("To", to), ("From", from), ("Url", stage.Host.Address + "/voice"));

        answer.Status.Should().Be(status);
        if (code != 0) answer.Code.Should().Be(code);
        stage.Sandbox.Calls.Should().BeEmpty();
        stage.Host.Received.Should().BeEmpty();
    }

    [Theory]
    [InlineData("PhoneNumber", "+15005550006", 201, 0)]
    [InlineData("PhoneNumber", "+15005550000", 400, 21422)]
    [InlineData("PhoneNumber", "+15005550001", 400, 21421)]
    [InlineData("AreaCode", "500", 201, 0)]
    [InlineData("AreaCode", "533", 400, 21452)]
    public async Task TestCredentials_Purchase_PlaysTheMagicNumbers(string parameter, string value, int status, int code)
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await AsTestAsync(stage, HttpMethod.Post, "/IncomingPhoneNumbers", (parameter, value));

        answer.Status.Should().Be(status);
        if (code != 0) answer.Code.Should().Be(code);
    }

    [Fact]
    public async Task TestCredentials_AnythingElse_IsForbidden()
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await AsTestAsync(stage, HttpMethod.Get, "/Messages");

        answer.Status.Should().Be(403);
        answer.Code.Should().Be(20008);
    }

    [Fact]
    public async Task Numbers_BoughtChangedAndReleased_CanSendMeanwhile()
    {
        await using var stage = await Stage.OpenAsync();
        const string Number = "+15125550177";

        var bought = await stage.Http.PostAsync("/IncomingPhoneNumbers", ("PhoneNumber", Number), ("FriendlyName", "Pit wall"));
        var again = await stage.Http.PostAsync("/IncomingPhoneNumbers", ("PhoneNumber", Number));
        var changed = await stage.Http.PostAsync("/IncomingPhoneNumbers/" + bought["sid"], ("SmsUrl", stage.Host.Address + "/texts"));
        var bad = await stage.Http.PostAsync("/IncomingPhoneNumbers/" + bought["sid"], ("SmsUrl", "nowhere"));
        var sent = await stage.Http.PostAsync("/Messages", ("To", Driver), ("From", Number), ("Body", "Box"));
        await stage.Sandbox.Phone(Driver).TextAsync("Copy", Number);
        var listed = await stage.Http.GetAsync("/IncomingPhoneNumbers", "?PhoneNumber=555017*");
        await stage.Http.DeleteAsync("/IncomingPhoneNumbers/" + bought["sid"]);
        var after = await stage.Http.PostAsync("/Messages", ("To", Driver), ("From", Number), ("Body", "Box"));

        bought.Status.Should().Be(201);
        bought["friendly_name"].Should().Be("Pit wall");
        again.Code.Should().Be(21422);
        changed["sms_url"].Should().Be(stage.Host.Address + "/texts");
        bad.Code.Should().Be(21502);
        sent.Status.Should().Be(201);
        stage.Host.Received.Single()["To"].Should().Be(Number);
        listed.Json.GetProperty("incoming_phone_numbers").GetArrayLength().Should().Be(1);
        after.Code.Should().Be(21606);
    }

    [Fact]
    public async Task Requests_Always_RecordWhatCameWithoutCredentials()
    {
        await using var stage = await Stage.OpenAsync();

        var answer = await stage.SendAsync(Driver);

        var request = stage.Sandbox.Requests.Single();
        request.Should().Match<SandboxRequest>(static r => r.Method == "POST" && r.IsCreate && r.StatusCode == 201 && r.ErrorCode == null && r.Fault == null);
        request.Field("To").Should().Be(Driver);
        request.ResourceSid.Should().Be(answer["sid"]);
        request.ToString().Should().NotContain(stage.Sandbox.AuthToken);
    }

    [Fact]
    public async Task Sandboxes_SideBySide_ShareNothing()
    {
        await using var first = await Stage.OpenAsync();
        await using var second = await Stage.OpenAsync();

        await first.SendAsync(Driver);
        first.Sandbox.Faults.Next(SandboxFault.Unavailable());

        second.Sandbox.Messages.Should().BeEmpty();
        (await second.SendAsync(Driver)).Status.Should().Be(201);
    }

    [Fact]
    public async Task Seed_SameAgain_GivesTheSameSids()
    {
        await using var first = await Stage.OpenAsync(new TwilioSandboxOptions { Seed = 42 });
        await using var second = await Stage.OpenAsync(new TwilioSandboxOptions { Seed = first.Sandbox.Seed });
        await using var other = await Stage.OpenAsync();

        var sid = (await first.SendAsync(Driver))["sid"];

        (await second.SendAsync(Driver))["sid"].Should().Be(sid);
        (await other.SendAsync(Driver))["sid"].Should().NotBe(sid);
    }

    private static async Task<TwilioAnswer> AsTestAsync(Stage stage, HttpMethod method, string resource, params (string Name, string Value)[] form)
    {
        using var http = new TwilioHttp(stage.Sandbox, TwilioSandbox.DefaultTestAccountSid, TwilioSandbox.DefaultTestAuthToken);
        var content = new FormUrlEncodedContent(form.Select(static field => new KeyValuePair<string, string>(field.Name, field.Value)));
        return await http.SendAsync(method, $"/2010-04-01/Accounts/{TwilioSandbox.DefaultTestAccountSid}{resource}.json", method == HttpMethod.Post ? content : null);
    }
}

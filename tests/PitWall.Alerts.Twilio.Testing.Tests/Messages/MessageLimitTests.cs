using PitWall.Alerts.Twilio.Testing.Tests.Support;

namespace PitWall.Alerts.Twilio.Testing.Tests.Messages;

/// <summary>What Twilio refuses, with its codes. Source: Twilio docs, "Error and warning dictionary".</summary>
public class MessageLimitTests
{
    private const string Driver = "+15125550123";
    private const string Service = "MG5a4db0c55a4db0c55a4db0c55a4db0c5";

    public static TheoryData<string, int, int> Refusals => new()
    {
        { "From=+15125550100&Body=b", 400, 21604 },
        { "To=+15125550123&Body=b", 400, 21603 },
        { "To=+15125550123&From=+15125550100", 400, 21602 },
        { "To=+15125550123&From=+15125550100&Body=", 400, 21602 },
        { "To=5125550123&From=+15125550100&Body=b", 400, 21211 },
        { "To=+1512555012&From=+15125550100&Body=b", 400, 21211 },
        { "To=+1234567890123456&From=+15125550100&Body=b", 400, 21211 },
        { "To=12345&From=+15125550100&Body=b", 400, 21265 },
        { "To=+15125550123&From=+15125550199&Body=b", 400, 21606 },
        { "To=+15125550123&From=nonsense-and-too-long&Body=b", 400, 21212 },
        { "To=+15125550100&From=+15125550100&Body=b", 400, 21266 },
        { "To=whatsapp:+15125550123&From=+15125550100&Body=b", 400, 21910 },
        { "To=whatsapp:+15125550123&From=whatsapp:+15125550100&Body=b", 400, 63007 },
        { "To=whatsapp:+15125550101&From=whatsapp:+15125550101&Body=b", 400, 63031 },
        { "To=+15125550123&From=+15125550100&MediaUrl=nowhere", 400, 21620 },
        { "To=+15125550123&From=+15125550100&Body=b&ContentVariables={}", 400, 21654 },
        { "To=+15125550123&From=+15125550100&ContentSid=HX1&ContentVariables=[1]", 400, 21656 },
        { """To=+15125550123&From=+15125550100&ContentSid=HX1&ContentVariables={"1":"\ud83c"}""", 400, 21656 },
        { """To=+15125550123&From=+15125550100&ContentSid=HX1&ContentVariables={"\ud83c":"1"}""", 400, 21656 },
        { "To=+15125550123&From=+15125550100&ContentSid=HX1", 400, 21655 },
        { "To=+15125550123&From=+15125550100&Body=b&StatusCallback=/relative", 400, 21609 },
        { "To=+15125550123&From=+15125550100&Body=b&StatusCallback=https://under_score.example/", 400, 21609 },
        { "To=+15125550123&From=+15125550100&Body=b&StatusCallback=ftp://example.com/", 400, 21609 },
        { "To=+15125550123&From=+15125550100&Body=b&ValidityPeriod=0", 400, 90014 },
        { "To=+15125550123&From=+15125550100&Body=b&ValidityPeriod=soon", 400, 90014 },
        { "To=+15125550123&From=+15125550100&Body=b&ValidityPeriod=36001", 400, 90007 },
        { "To=+15125550123&From=+15125550100&Body=b&MaxPrice=-1", 400, 21627 },
        { "To=+15125550123&From=+15125550100&Body=b&ContentRetention=forever", 400, 30029 },
        { "To=+15125550123&From=+15125550100&Body=b&AddressRetention=forever", 400, 30030 },
        { "To=+15125550123&MessagingServiceSid=MG00000000000000000000000000000000&Body=b", 404, 21701 },
        { "To=+15125550123&MessagingServiceSid=nonsense&Body=b", 400, 21705 },
        { $"To=+15125550123&MessagingServiceSid={Service}&Body=b&ScheduleType=fixed", 400, 35111 },
        { $"To=+15125550123&MessagingServiceSid={Service}&Body=b&ScheduleType=fixed&SendAt=2026-03-01T14:05:00Z", 400, 35114 },
        { $"To=+15125550123&MessagingServiceSid={Service}&Body=b&ScheduleType=fixed&SendAt=2026-04-05T14:00:01Z", 400, 35114 },
        { $"To=+15125550123&MessagingServiceSid={Service}&Body=b&ScheduleType=fixed&SendAt=tomorrow", 400, 35114 },
        { $"To=+15125550123&MessagingServiceSid={Service}&Body=b&ScheduleType=fixed&SendAt=03/02/2026 15:00", 400, 35114 },
        { $"To=+15125550123&MessagingServiceSid={Service}&Body=b&ScheduleType=fixed&SendAt=Mon, 02 Mar 2026 15:00:00 GMT", 400, 35114 },
        { "To=+15125550123&From=+15125550100&Body=b&ScheduleType=fixed&SendAt=2026-03-01T15:00:00Z", 400, 35118 },
        { $"To=+15125550123&MessagingServiceSid={Service}&Body=b&ScheduleType=daily", 400, 35126 },
        { "To=+15005550001&From=+15125550100&Body=b", 400, 21211 },
        { "To=+15005550004&From=+15125550100&Body=b", 400, 21610 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Create_BadParameter_IsRefusedWithItsCodeAndSendsNothing(string form, int status, int code)
    {
        await using var sut = await TwilioSandbox.StartAsync(new TwilioSandboxOptions { TimeProvider = new ManualTimeProvider() });
        using var http = new TwilioHttp(sut);

        var answer = await http.PostAsync("/Messages", Fields(form));

        answer.Status.Should().Be(status);
        answer.Code.Should().Be(code);
        answer.Json.GetProperty("status").GetInt32().Should().Be(status);
        answer["message"].Should().NotBeNullOrEmpty();
        sut.Messages.Should().BeEmpty();
    }

    [Theory]
    [InlineData(1600, 201)]
    [InlineData(1601, 400)]
    public async Task Create_BodyAroundTheLimit_IsTakenUpTo1600(int length, int status)
    {
        await using var sut = await TwilioSandbox.StartAsync();
        using var http = new TwilioHttp(sut);

        (await http.SendSmsAsync(Driver, new string('x', length))).Status.Should().Be(status);
    }

    [Theory]
    [InlineData(10, 201)]
    [InlineData(11, 400)]
    public async Task Create_MediaAroundTheLimit_IsTakenUpTo10(int count, int status)
    {
        await using var sut = await TwilioSandbox.StartAsync();
        using var http = new TwilioHttp(sut);

        var answer = await http.SendSmsAsync(Driver, "", [.. Enumerable.Range(0, count).Select(static i => ("MediaUrl", $"https://example.com/{i}.jpg"))]);

        answer.Status.Should().Be(status);
        if (status == 201) answer["num_media"].Should().Be("10");
    }

    [Theory]
    [InlineData("+1 (512) 555-0123", Driver)]
    [InlineData("+44 20 7946.0958", "+442079460958")]
    public async Task Create_PunctuatedNumber_IsNormalized(string to, string expected)
    {
        await using var sut = await TwilioSandbox.StartAsync();
        using var http = new TwilioHttp(sut);

        (await http.SendSmsAsync(to, "Box"))["to"].Should().Be(expected);
    }

    [Theory]
    [InlineData("PitWall", 201)]
    [InlineData("12345", 201)]
    [InlineData("RaceCtrl", 400)]
    public async Task Create_NameOrShortCode_MustBelongToTheAccount(string from, int status)
    {
        await using var sut = await TwilioSandbox.StartAsync(new TwilioSandboxOptions { AdditionalSenders = { "PitWall", "12345" } });
        using var http = new TwilioHttp(sut);

        (await http.PostAsync("/Messages", ("To", Driver), ("From", from), ("Body", "Box"))).Status.Should().Be(status);
    }

    private static (string, string)[] Fields(string form) =>
        [.. form.Split('&').Select(static pair => pair.Split('=', 2)).Select(static pair => (pair[0], pair[1]))];
}

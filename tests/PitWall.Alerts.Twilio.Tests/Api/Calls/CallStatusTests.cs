namespace PitWall.Alerts.Twilio.Tests.Api.Calls;

public class CallStatusTests
{
    [Fact]
    public async Task GetCallStatusAsync_Completed_ReadsEveryField()
    {
        await using var host = RawHost.Start(RawAnswer.Json(
            $$"""
            {"sid":"{{RawHost.CallSid}}","status":"completed","direction":"outbound-api","to":"+34600111222","from":"+15125550100",
             "answered_by":"human","duration":"15","queue_time":"1000","price":"-0.02600","price_unit":"USD",
             "date_created":"Tue, 1 Aug 2023 05:01:44 +0000","start_time":"Tue, 01 Aug 2023 05:01:45 +0000","end_time":"Tue, 01 Aug 2023 05:02:00 +0000"}
            """));

        var report = await host.Client.GetCallStatusAsync(RawHost.CallSid);

        report.Should().Be(new CallStatusReport
        {
            Sid = RawHost.CallSid,
            Status = CallStatus.Completed,
            StatusText = "completed",
            To = "+34600111222",
            From = "+15125550100",
            AnsweredBy = "human",
            Duration = TimeSpan.FromSeconds(15),
            QueueTime = TimeSpan.FromSeconds(1),
            Price = 0.026m,
            PriceUnit = "USD",
            CreatedAt = new DateTimeOffset(2023, 8, 1, 5, 1, 44, TimeSpan.Zero),
            StartedAt = new DateTimeOffset(2023, 8, 1, 5, 1, 45, TimeSpan.Zero),
            EndedAt = new DateTimeOffset(2023, 8, 1, 5, 2, 0, TimeSpan.Zero),
        });
        host.Only.Line.Should().Be($"GET /2010-04-01/Accounts/{RawHost.AccountSid}/Calls/{RawHost.CallSid}.json HTTP/1.1");
    }

    public static TheoryData<string, CallStatus> Statuses => new()
    {
        { "queued", CallStatus.Queued }, { "initiated", CallStatus.Initiated }, { "ringing", CallStatus.Ringing },
        { "in-progress", CallStatus.InProgress }, { "completed", CallStatus.Completed }, { "busy", CallStatus.Busy },
        { "failed", CallStatus.Failed }, { "no-answer", CallStatus.NoAnswer }, { "canceled", CallStatus.Canceled },
        { "beamed-up", CallStatus.Unknown },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task GetCallStatusAsync_Status_IsNamedAndKeptAsText(string text, CallStatus expected)
    {
        await using var host = RawHost.Start(RawAnswer.Json(
            $$"""{"sid":"{{RawHost.CallSid}}","status":"{{text}}","duration":"","queue_time":"-1","price":null,"start_time":""}"""));

        var report = await host.Client.GetCallStatusAsync(RawHost.CallSid);

        report!.Status.Should().Be(expected);
        report.StatusText.Should().Be(text);
        (report.Duration, report.QueueTime, report.Price, report.StartedAt).Should().Be((null, null, null, null));
    }

    [Fact]
    public void CallStatus_EveryMember_IsCoveredAbove() =>
        Statuses.Select(row => row[1]).Distinct().Should().HaveCount(Enum.GetValues<CallStatus>().Length);

    [Theory]
    [InlineData("")]
    [InlineData("SM0123456789abcdef0123456789abcdef")]
    public async Task GetCallStatusAsync_NoCallSid_IsRefused(string sid)
    {
        await using var host = RawHost.Start();

        var act = () => host.Client.GetCallStatusAsync(sid);

        (await act.Should().ThrowAsync<ArgumentException>()).Which.ParamName.Should().Be("callSid");
    }

    [Fact]
    public async Task GetCallStatusAsync_CallOfTheSandbox_IsRead()
    {
        await using var host = await AlertHost.StartAsync();
        var receipt = await host.Client.PlaceCallAsync(new VoiceCall { To = AlertHost.Phone, Message = "Box" });

        var report = await host.Client.GetCallStatusAsync(receipt!.Sid);

        report!.Sid.Should().Be(receipt.Sid);
        report.Status.Should().NotBe(CallStatus.Unknown);
        report.CreatedAt.Should().NotBeNull();
    }
}

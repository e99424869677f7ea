namespace PitWall.Alerts.Twilio.Tests.Api.Messages;

public class MessageStatusTests
{
    [Fact]
    public async Task GetMessageStatusAsync_Delivered_ReadsEveryField()
    {
        await using var host = RawHost.Start(RawAnswer.Json(
            $$"""
            {"body":"Box","num_segments":"2","direction":"outbound-api","from":"+15125550100","date_updated":"Thu, 24 Aug 2023 05:02:01 +0000",
             "price":"-0.00750","error_message":null,"uri":"/2010-04-01/x.json","account_sid":"{{RawHost.AccountSid}}","num_media":"0",
             "to":"+34600111222","date_created":"Thu, 24 Aug 2023 05:01:45 +0000","status":"delivered","sid":"{{RawHost.MessageSid}}",
             "date_sent":"Thu, 24 Aug 2023 05:01:46 +0000","messaging_service_sid":null,"error_code":null,"price_unit":"usd","api_version":"2010-04-01",
             "subresource_uris":{"media":"/x"} }
            """));

        var report = await host.Client.GetMessageStatusAsync(RawHost.MessageSid);

        report.Should().Be(new MessageStatusReport
        {
            Sid = RawHost.MessageSid,
            Status = MessageStatus.Delivered,
            StatusText = "delivered",
            To = "+34600111222",
            From = "+15125550100",
            Segments = 2,
            Price = 0.0075m,
            PriceUnit = "USD",
            CreatedAt = new DateTimeOffset(2023, 8, 24, 5, 1, 45, TimeSpan.Zero),
            SentAt = new DateTimeOffset(2023, 8, 24, 5, 1, 46, TimeSpan.Zero),
            UpdatedAt = new DateTimeOffset(2023, 8, 24, 5, 2, 1, TimeSpan.Zero),
        });
        host.Only.Line.Should().Be($"GET /2010-04-01/Accounts/{RawHost.AccountSid}/Messages/{RawHost.MessageSid}.json HTTP/1.1");
    }

    [Theory]
    [InlineData("Thu, 24 Aug 2023 05:01:45 +0000", "2023-08-24T05:01:45+00:00")]
    [InlineData("Tue, 1 Aug 2023 05:01:45 +0000", "2023-08-01T05:01:45+00:00")]
    [InlineData("Tue, 01 Aug 2023 05:01:45 +0000", "2023-08-01T05:01:45+00:00")]
    [InlineData("Tue, 01 Aug 2023 05:01:45 GMT", "2023-08-01T05:01:45+00:00")]
    [InlineData("Tue, 01 Aug 2023 05:01:45 +0200", "2023-08-01T03:01:45+00:00")]
    [InlineData("1 Aug 2023 05:01:45 +0000", "2023-08-01T05:01:45+00:00")]
    [InlineData("2023-08-01T05:01:45Z", "2023-08-01T05:01:45+00:00")]
    [InlineData("Mon, 01 Aug 2023 05:01:45 +0000", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public async Task GetMessageStatusAsync_Date_IsReadOrLeftOut(string date, string? expected)
    {
        await using var host = RawHost.Start(RawAnswer.Json($$"""{"sid":"{{RawHost.MessageSid}}","status":"sent","date_sent":"{{date}}"}"""));

        var report = await host.Client.GetMessageStatusAsync(RawHost.MessageSid);

        var sent = report!.SentAt?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
        sent.Should().Be(expected);
    }

    [Theory]
    [InlineData("\"-0.00750\"", "0.0075")]
    [InlineData("\"0.00750\"", "0.0075")]
    [InlineData("-0.0075", "0.0075")]
    [InlineData("\"-1,234\"", null)]
    [InlineData("\"free\"", null)]
    [InlineData("null", null)]
    public async Task GetMessageStatusAsync_Price_IsAPositiveAmount(string price, string? expected)
    {
        await using var host = RawHost.Start(RawAnswer.Json($$"""{"sid":"{{RawHost.MessageSid}}","status":"sent","price":{{price}},"price_unit":"usd"}"""));

        var report = await host.Client.GetMessageStatusAsync(RawHost.MessageSid);

        report!.Price.Should().Be(expected is null ? null : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        report.PriceUnit.Should().Be("USD");
    }

    public static TheoryData<string, MessageStatus> Statuses => new()
    {
        { "scheduled", MessageStatus.Scheduled }, { "accepted", MessageStatus.Accepted }, { "queued", MessageStatus.Queued },
        { "sending", MessageStatus.Sending }, { "sent", MessageStatus.Sent }, { "partially_delivered", MessageStatus.PartiallyDelivered },
        { "delivered", MessageStatus.Delivered }, { "undelivered", MessageStatus.Undelivered }, { "failed", MessageStatus.Failed },
        { "canceled", MessageStatus.Canceled }, { "read", MessageStatus.Read }, { "receiving", MessageStatus.Receiving },
        { "received", MessageStatus.Received }, { "teleported", MessageStatus.Unknown }, { "", MessageStatus.Unknown },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task GetMessageStatusAsync_Status_IsNamedAndKeptAsText(string text, MessageStatus expected)
    {
        await using var host = RawHost.Start(RawAnswer.Json($$"""{"sid":"{{RawHost.MessageSid}}","status":"{{text}}"}"""));

        var report = await host.Client.GetMessageStatusAsync(RawHost.MessageSid);

        report!.Status.Should().Be(expected);
        report.StatusText.Should().Be(text);
    }

    [Fact]
    public void MessageStatus_EveryMember_IsCoveredAbove() =>
        Statuses.Select(row => row[1]).Distinct().Should().HaveCount(Enum.GetValues<MessageStatus>().Length);

    [Theory]
    [InlineData("30003")]
    [InlineData("\"30003\"")]
    public async Task GetMessageStatusAsync_Undelivered_TellsWhy(string code)
    {
        await using var host = RawHost.Start(RawAnswer.Json(
            $$"""{"sid":"{{RawHost.MessageSid}}","status":"undelivered","error_code":{{code}},"error_message":"Unreachable destination handset"}"""));

        var report = await host.Client.GetMessageStatusAsync(RawHost.MessageSid);

        report!.ErrorCode.Should().Be(TwilioErrorCode.UnreachableHandset);
        report.ErrorMessage.Should().Be("Unreachable destination handset");
    }

    [Fact]
    public async Task GetMessageStatusAsync_UnknownMessage_IsAnApiException()
    {
        await using var host = RawHost.Start(RawAnswer.Json("""{"code":20404,"message":"not found","status":404}""", 404));

        var act = () => host.Client.GetMessageStatusAsync(RawHost.MessageSid);

        (await act.Should().ThrowAsync<TwilioApiException>()).Which.ErrorCode.Should().Be(TwilioErrorCode.NotFound);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CA0123456789abcdef0123456789abcdef")]
    [InlineData("SM0123456789abcdef0123456789abcde")]
    [InlineData("SM0123456789abcdef0123456789abcdeg")]
    [InlineData("sm0123456789abcdef0123456789abcdef")]
    [InlineData("SM0123456789abcdef0123456789abcd/..")]
    public async Task GetMessageStatusAsync_NoMessageSid_IsRefused(string sid)
    {
        await using var host = RawHost.Start();

        var act = () => host.Client.GetMessageStatusAsync(sid);

        (await act.Should().ThrowAsync<ArgumentException>()).Which.ParamName.Should().Be("messageSid");
        host.Server.Connections.Should().Be(0);
    }

    [Fact]
    public async Task GetMessageStatusAsync_MediaMessage_IsAsked()
    {
        const string sid = "MM0123456789ABCDEF0123456789abcdef";
        await using var host = RawHost.Start(RawAnswer.Json($$"""{"sid":"{{sid}}","status":"sent"}"""));

        (await host.Client.GetMessageStatusAsync(sid))!.Sid.Should().Be(sid);
    }

    [Fact]
    public async Task GetMessageStatusAsync_NotConfigured_AnswersNull()
    {
        await using var host = RawHost.Start(o => (o.AccountSid, o.AuthToken, o.PhoneNumber, o.WhatsAppNumber) = (null, null, null, null));

        (await host.Client.GetMessageStatusAsync(RawHost.MessageSid)).Should().BeNull();
        (await host.Client.GetCallStatusAsync(RawHost.CallSid)).Should().BeNull();
        host.Server.Connections.Should().Be(0);
    }
}

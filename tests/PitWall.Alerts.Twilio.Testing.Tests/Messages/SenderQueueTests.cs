using PitWall.Alerts.Twilio.Testing.Tests.Support;

namespace PitWall.Alerts.Twilio.Testing.Tests.Messages;

/// <summary>Queues and rates. Source: Twilio support, "Twilio rate limits and message queues".</summary>
public class SenderQueueTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData("+15125550100", "+15125550123", 1)]
    [InlineData("+18885550100", "+15125550123", 3)]
    [InlineData("+15125550100", "+34600111222", 10)]
    [InlineData("PitWall", "+34600111222", 10)]
    [InlineData("12345", "+15125550123", 100)]
    public async Task Queue_ByKindOfSender_EmptiesAtItsRate(string from, string to, int segmentsPerSecond)
    {
        await using var stage = await OpenAsync();
        for (var i = 0; i < 201; i++) await stage.Http.PostAsync("/Messages", ("To", to), ("From", from), ("Body", "x"));

        _clock.Advance(TimeSpan.FromMilliseconds(999));

        // The first leaves at once, then one each interval.
        stage.Sandbox.Phone(to).Messages.Should().HaveCount(segmentsPerSecond);
        _clock.Advance(TimeSpan.FromSeconds(1));
        stage.Sandbox.Phone(to).Messages.Should().HaveCount(2 * segmentsPerSecond);
    }

    [Fact]
    public async Task Queue_LongMessage_TakesTheTimeOfItsSegments()
    {
        await using var stage = await OpenAsync();
        await stage.Http.SendSmsAsync("+15125550123", new string('x', 400));
        await stage.Http.SendSmsAsync("+15125550124", "x");

        _clock.Advance(TimeSpan.FromSeconds(2.9));
        stage.Sandbox.Phone("+15125550124").Messages.Should().BeEmpty();
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        stage.Sandbox.Phone("+15125550124").Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task Queue_ValidityEnds_FailsWith30036AndTakesNoTurn()
    {
        await using var stage = await OpenAsync();
        await stage.Http.SendSmsAsync("+15125550123", new string('x', 1600));
        await stage.Http.SendSmsAsync("+15125550124", "stale", ("ValidityPeriod", "5"), ("StatusCallback", stage.Host.Address + "/cb"));
        await stage.Http.SendSmsAsync("+15125550125", "fresh");

        _clock.Advance(TimeSpan.FromSeconds(5));
        await stage.Sandbox.WaitForCallbacksAsync();
        _clock.Advance(TimeSpan.FromSeconds(6));

        stage.Host.Statuses.Should().Equal("failed");
        stage.Host.Received.Single()["ErrorCode"].Should().Be("30036");
        stage.Sandbox.Phone("+15125550125").Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task Queue_TenHoursLong_IsFull()
    {
        await using var stage = await OpenAsync(new TwilioSandboxOptions { SegmentsPerSecond = { ["+15125550100"] = 0.0001 } });
        var answers = new List<TwilioAnswer>();
        for (var i = 0; i < 6; i++) answers.Add(await stage.Http.SendSmsAsync("+15125550123", "x"));

        // A message every 10,000 seconds: four fill ten hours.
        answers.Select(static answer => answer.Status).Should().Equal(201, 201, 201, 201, 400, 400);
        answers[^1].Code.Should().Be(21611);
        var byService = await stage.Http.PostAsync("/Messages", ("To", "+15125550123"), ("MessagingServiceSid", stage.Sandbox.MessagingServiceSid), ("Body", "x"));
        byService.Status.Should().Be(201);
        stage.Sandbox.Messages[^1].Should().Match<SandboxMessage>(message => message.Status == SandboxMessageStatus.Failed && message.ErrorCode == 30001);
    }

    [Fact]
    public async Task Queue_OfCalls_DialsOneASecond()
    {
        await using var stage = await OpenAsync();
        for (var i = 0; i < 3; i++) await PlaceAsync(stage);

        stage.Sandbox.Calls.Select(static call => call.Status).Should().Equal(SandboxCallStatus.Completed, SandboxCallStatus.Queued, SandboxCallStatus.Queued);
        _clock.Advance(TimeSpan.FromSeconds(2));

        foreach (var call in stage.Sandbox.Calls) (await call.WaitForEndAsync()).Should().Be(SandboxCallStatus.Completed);
        var resource = await stage.Http.GetAsync("/Calls/" + stage.Sandbox.Calls[2].Sid);
        resource["queue_time"].Should().Be("2000");
    }

    private static Task<TwilioAnswer> PlaceAsync(Stage stage) =>
        stage.Http.PostAsync("/Calls", ("To", "+15125550123"), ("From", stage.Sandbox.PhoneNumber), ("Twiml", "<Response><Say>x</Say></Response>"));

    private Task<Stage> OpenAsync(TwilioSandboxOptions? options = null)
    {
        options ??= new TwilioSandboxOptions();
        options.TimeProvider = _clock;
        options.QueuesMessages = true;
        foreach (var sender in (string[])["+18885550100", "PitWall", "12345"]) options.AdditionalSenders.Add(sender);
        return Stage.OpenAsync(options);
    }
}

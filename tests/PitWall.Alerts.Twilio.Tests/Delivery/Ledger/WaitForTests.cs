using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Ledger;

public class WaitForTests
{
    private const string Sid = "CA00000000000000000000000000000001";

    private readonly ManualTimeProvider _clock = new();
    private readonly PitWallTwilioOptions _options = new();
    private readonly AlertLedger _sut;

    public WaitForTests() => _sut = new AlertLedger(() => _options, _clock);

    [Fact]
    public async Task WaitForAsync_StepTakenBefore_IsThereAtOnce()
    {
        var job = Accepted(AlertChannel.Voice);
        Report(job, CallStatus.InProgress, AlertStep.Heard);

        var entry = await _sut.WaitForAsync(job.Id, AlertStep.Heard);

        entry!.Times.Should().ContainKey(AlertStep.Heard);
    }

    [Fact]
    public async Task WaitForAsync_StepTakenMeanwhile_EndsWithIt()
    {
        var job = Accepted(AlertChannel.Voice);
        var waiting = _sut.WaitForAsync(job.Id, AlertStep.Heard);
        Report(job, CallStatus.Ringing, AlertStep.Sent);
        waiting.IsCompleted.Should().BeFalse();

        Report(job, CallStatus.InProgress, AlertStep.Heard);

        (await waiting)!.Times.Should().ContainKey(AlertStep.Heard);
    }

    [Theory]
    [InlineData(CallStatus.Completed)]
    [InlineData(CallStatus.NoAnswer)]
    [InlineData(CallStatus.Busy)]
    public async Task WaitForAsync_CallEndsWithoutTheStep_EndsToo(CallStatus status)
    {
        var job = Accepted(AlertChannel.Voice);
        var waiting = _sut.WaitForAsync(job.Id, AlertStep.Heard);

        Report(job, status, AlertStep.Sent);

        var entry = await waiting;
        entry!.Times.Should().NotContainKey(AlertStep.Heard);
        entry.CallStatus.Should().Be(status);
    }

    [Fact]
    public async Task WaitForAsync_TimeIsUp_EndsWithTheAlertAsItIs()
    {
        var job = Accepted(AlertChannel.Voice);
        var waiting = _sut.WaitForAsync(job.Id, AlertStep.Heard, TimeSpan.FromMinutes(1), _clock);
        Report(job, CallStatus.Ringing, AlertStep.Sent);
        _clock.Advance(TimeSpan.FromSeconds(59));
        waiting.IsCompleted.Should().BeFalse();

        _clock.Advance(TimeSpan.FromSeconds(1));

        var entry = await waiting;
        entry!.CallStatus.Should().Be(CallStatus.Ringing);
        entry.Times.Should().NotContainKey(AlertStep.Heard);
    }

    [Fact]
    public async Task WaitForAsync_StepTakenInTime_EndsWithIt()
    {
        var job = Accepted(AlertChannel.Voice);
        var waiting = _sut.WaitForAsync(job.Id, AlertStep.Heard, TimeSpan.FromMinutes(1), _clock);

        Report(job, CallStatus.InProgress, AlertStep.Heard);

        (await waiting)!.Times.Should().ContainKey(AlertStep.Heard);
    }

    [Fact]
    public async Task WaitForAsync_CancelledBeforeTheTimeIsUp_IsCancelledByTheCallersToken()
    {
        var job = Accepted(AlertChannel.Voice);
        using var caller = new CancellationTokenSource();
        var waiting = _sut.WaitForAsync(job.Id, AlertStep.Heard, TimeSpan.FromMinutes(1), _clock, caller.Token);

        await caller.CancelAsync();

        var thrown = await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
        thrown.Which.CancellationToken.Should().Be(caller.Token);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(4_294_967_295)]
    public async Task WaitForAsync_TimeOutThatNoTimerHas_IsRefused(long milliseconds)
    {
        var job = Accepted(AlertChannel.Voice);

        await FluentActions.Awaiting(() => _sut.WaitForAsync(job.Id, AlertStep.Heard, TimeSpan.FromMilliseconds(milliseconds)))
            .Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(AlertOutcome.Suppressed)]
    [InlineData(AlertOutcome.Failed)]
    [InlineData(AlertOutcome.NotConfigured)]
    [InlineData(AlertOutcome.Unknown)]
    public async Task WaitForAsync_AlertWasNotSentOrNobodyKnows_EndsAtOnce(AlertOutcome outcome)
    {
        var job = Jobs.Make(_clock);
        _sut.Close(job, new AlertResult { Outcome = outcome, AlertId = job.Id }, _clock.GetUtcNow());

        (await _sut.WaitForAsync(job.Id, AlertStep.Delivered))!.Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task WaitForAsync_ReadAfterDelivered_WaitsForIt()
    {
        var job = Accepted(AlertChannel.WhatsApp);
        var waiting = _sut.WaitForAsync(job.Id, AlertStep.Read);
        Report(job, MessageStatus.Delivered, AlertStep.Delivered);
        (await _sut.WaitForAsync(job.Id, AlertStep.Heard))!.MessageStatus.Should().Be(MessageStatus.Delivered);
        waiting.IsCompleted.Should().BeFalse();

        Report(job, MessageStatus.Read, AlertStep.Read);

        (await waiting)!.Times.Should().ContainKey(AlertStep.Read);
    }

    [Fact]
    public async Task WaitForAsync_MoreChangesThanAWatcherKeeps_LosesNotTheAlert()
    {
        var job = Accepted(AlertChannel.Voice);
        var waiting = _sut.WaitForAsync(job.Id, AlertStep.Heard);

        Report(job, CallStatus.InProgress, AlertStep.Heard);
        for (var i = 0; i < 2_000; i++)
            Accepted(AlertChannel.Sms);

        (await waiting)!.Times.Should().ContainKey(AlertStep.Heard);
    }

    [Fact]
    public async Task WaitForAsync_UnknownAlert_IsNull() => (await _sut.WaitForAsync("no-such-alert", AlertStep.Heard)).Should().BeNull();

    [Fact]
    public async Task WaitForAsync_Cancelled_ThrowsWithTheCallersToken()
    {
        using var stop = new CancellationTokenSource();
        var waiting = _sut.WaitForAsync(Accepted(AlertChannel.Voice).Id, AlertStep.Heard, stop.Token);

        await stop.CancelAsync();

        (await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(stop.Token);
    }

    private AlertJob Accepted(AlertChannel channel)
    {
        var job = Jobs.Make(_clock, channel: channel);
        _sut.Close(job, new AlertResult { Outcome = AlertOutcome.Accepted, AlertId = job.Id, Call = channel == AlertChannel.Voice ? new CallReceipt { Sid = Sid } : null }, _clock.GetUtcNow());
        return job;
    }

    private void Report(AlertJob job, CallStatus status, AlertStep step) => _sut.Change(
        job, (status, step, at: _clock.GetUtcNow()), static (ref f, s) =>
        {
            f.CallStatus = s.status;
            f.Take(s.step, s.at);
        });

    private void Report(AlertJob job, MessageStatus status, AlertStep step) => _sut.Change(
        job, (status, step, at: _clock.GetUtcNow()), static (ref f, s) =>
        {
            f.MessageStatus = s.status;
            f.Take(s.step, s.at);
        });
}

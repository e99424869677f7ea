using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Tests.Webhooks.Status;

public sealed class StatusBookTests
{
    private static readonly DateTimeOffset At = new(2026, 6, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly StatusBook<MessageStatus> _sut = new(MessageProgress.Judge, () => 2);

    [Fact]
    public void Enter_StepsInOrder_KeepsTheFurthestAndEveryTime()
    {
        Enter("SM1", MessageStatus.Queued).Should().Be(ProgressVerdict.Advance);
        Enter("SM1", MessageStatus.Undelivered, new TwilioErrorCode(30003), seconds: 5).Should().Be(ProgressVerdict.Advance);

        var trail = _sut.Find("SM1")!;
        trail.Latest.Should().Be(MessageStatus.Undelivered);
        trail.ErrorCode.Should().Be(new TwilioErrorCode(30003));
        trail.Marks.Should().Equal(
            new StatusMark<MessageStatus>(MessageStatus.Queued, At),
            new StatusMark<MessageStatus>(MessageStatus.Undelivered, At.AddSeconds(5)));
    }

    [Fact]
    public void Enter_AStepThatWasOvertaken_IsLateOnceAndThenKnown()
    {
        Enter("SM1", MessageStatus.Delivered);

        Enter("SM1", MessageStatus.Sent, new TwilioErrorCode(30003)).Should().Be(ProgressVerdict.Late);
        Enter("SM1", MessageStatus.Sent).Should().Be(ProgressVerdict.Duplicate);

        var trail = _sut.Find("SM1")!;
        trail.Latest.Should().Be(MessageStatus.Delivered);
        trail.ErrorCode.Should().BeNull("the error belongs to the step that was overtaken");
        trail.Marks.Select(mark => mark.Status).Should().Equal(MessageStatus.Delivered, MessageStatus.Sent);
    }

    [Theory]
    [InlineData(MessageStatus.Received, ProgressVerdict.Irrelevant)]
    [InlineData(MessageStatus.Delivered, ProgressVerdict.Duplicate)]
    [InlineData(MessageStatus.Failed, ProgressVerdict.Contradiction)]
    internal void Enter_WhatIsKnownElsewhere_IsWeighedAndNotWrittenDownAgain(MessageStatus reported, ProgressVerdict expected)
    {
        _sut.Enter("SM1", reported, null, At, Elsewhere(MessageStatus.Delivered), out var trail).Should().Be(expected);

        trail.Latest.Should().Be(MessageStatus.Delivered);
        _sut.Find("SM1").Should().BeNull();
        _sut.Count.Should().Be(0);
    }

    [Fact]
    public void Enter_AnErrorThatWasNotThere_SupplementsOnce()
    {
        Enter("SM1", MessageStatus.Undelivered);

        Enter("SM1", MessageStatus.Undelivered, new TwilioErrorCode(30003)).Should().Be(ProgressVerdict.Supplement);
        Enter("SM1", MessageStatus.Undelivered, new TwilioErrorCode(30005)).Should().Be(ProgressVerdict.Duplicate);

        _sut.Find("SM1")!.ErrorCode.Should().Be(new TwilioErrorCode(30003));
    }

    [Theory]
    [InlineData(null, ProgressVerdict.Supplement)]
    [InlineData(30003, ProgressVerdict.Duplicate)]
    internal void Enter_ARepeatWithAnErrorAfterItForgot_IsNewsWhereNobodyKnowsTheError(int? known, ProgressVerdict expected)
    {
        var elsewhere = Elsewhere(MessageStatus.Undelivered, known is { } code ? new TwilioErrorCode(code) : null);

        _sut.Enter("SM1", MessageStatus.Undelivered, new TwilioErrorCode(30003), At, elsewhere, out var trail).Should().Be(expected);

        trail.ErrorCode.Should().Be(new TwilioErrorCode(30003));
    }

    [Fact]
    public void Enter_MoreMessagesThanItsCapacity_ForgetsTheOldestAlone()
    {
        Enter("SM1", MessageStatus.Queued);
        Enter("SM2", MessageStatus.Queued);
        Enter("SM1", MessageStatus.Sent);
        _sut.Count.Should().Be(2);

        Enter("SM3", MessageStatus.Queued);

        _sut.Count.Should().Be(2);
        _sut.Find("SM1").Should().BeNull();
        _sut.Find("SM2").Should().NotBeNull();
        _sut.Find("SM3").Should().NotBeNull();
    }

    [Fact]
    public void Enter_CapacityThatAsksTheBook_IsReadOutsideItsLock()
    {
        var wasFree = false;
        StatusBook<MessageStatus>? sut = null;
        sut = new StatusBook<MessageStatus>(MessageProgress.Judge, () =>
        {
            var reader = new Thread(() => sut!.Find("SM1")) { IsBackground = true };
            reader.Start();
            wasFree = reader.Join(TimeSpan.FromSeconds(30));
            return 2;
        });

        sut.Enter("SM1", MessageStatus.Queued, null, At, default, out _);

        wasFree.Should().BeTrue();
    }

    private ProgressVerdict Enter(string sid, MessageStatus status, TwilioErrorCode? code = null, int seconds = 0) =>
        _sut.Enter(sid, status, code, At.AddSeconds(seconds), elsewhere: null, out _);

    private static StatusTrail<MessageStatus> Elsewhere(MessageStatus status, TwilioErrorCode? code = null) => new(status, code, []);
}

using PitWall.Alerts.Twilio.Delivery;
using PitWall.Alerts.Twilio.Testing;
using PitWall.Alerts.Twilio.Tests.Webhooks;
using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Ledger;

public sealed class LedgerStatusRecorderTests : IDisposable
{
    private const string MessageSid = "SM00000000000000000000000000000001";
    private const string CallSid = "CA00000000000000000000000000000001";

    private static readonly TwilioErrorCode Unheard = new(99_999);

    private readonly ManualTimeProvider _clock = new();
    private readonly RecordingLog _log = new();
    private readonly AlertLedger _ledger;
    private readonly StatusBook<MessageStatus> _messages = new(MessageProgress.Judge, static () => 100);
    private readonly StatusBook<CallStatus> _calls = new(CallProgress.Judge, static () => 100);
    private readonly LedgerStatusRecorder _sut;

    public LedgerStatusRecorderTests()
    {
        _ledger = new AlertLedger(static () => new PitWallTwilioOptions(), _clock);
        _sut = new LedgerStatusRecorder(_ledger, _messages, _calls, _log);
    }

    public void Dispose() => _log.Dispose();

    [Fact]
    public void Identified_ReportedBefore_TakesOverWhatWasReported()
    {
        var (text, call) = (Open(AlertChannel.Sms), Open(AlertChannel.Voice));
        Report(MessageSid, MessageStatus.Delivered);
        _calls.Enter(CallSid, CallStatus.InProgress, null, _clock.GetUtcNow(), default, out _);

        _ledger.Close(text, new AlertResult { Outcome = AlertOutcome.Accepted, Message = new MessageReceipt { Sid = MessageSid } }, _clock.GetUtcNow());
        _ledger.Close(call, new AlertResult { Outcome = AlertOutcome.Accepted, Call = new CallReceipt { Sid = CallSid } }, _clock.GetUtcNow());

        _ledger.Find(text.Id)!.MessageStatus.Should().Be(MessageStatus.Delivered);
        _ledger.Find(call.Id)!.CallStatus.Should().Be(CallStatus.InProgress);
    }

    [Fact]
    public void Record_ASecondMessageOfAnAlert_IsSaidOnce()
    {
        var job = Open(AlertChannel.Sms);

        _sut.Record(job.Id, MessageSid, Report(MessageSid, MessageStatus.Sent)).Should().Be(job.Id);
        _sut.Record("nobody", CallSid, Report(CallSid, MessageStatus.Sent)).Should().BeNull();
        _log.Count(AlertEventIds.SecondMessageOfAlert).Should().Be(0);

        const string second = "SM00000000000000000000000000000002";
        _sut.Record(job.Id, second, Report(second, MessageStatus.Sent));

        _log.Count(AlertEventIds.SecondMessageOfAlert).Should().Be(1);
        _ledger.Find(job.Id)!.Sid.Should().Be(MessageSid);
    }

    [Fact]
    public void Record_AKnownError_IsSaidInWordsAndStaysWhenALateReportComes()
    {
        var job = Open(AlertChannel.Sms);

        _sut.Record(job.Id, MessageSid, Report(MessageSid, MessageStatus.Undelivered, TwilioErrorCode.UnreachableHandset));
        _sut.Record(job.Id, MessageSid, Report(MessageSid, MessageStatus.Sent));

        var entry = _ledger.Find(job.Id)!;
        (entry.MessageStatus, entry.ErrorCode, entry.Detail)
            .Should().Be((MessageStatus.Undelivered, TwilioErrorCode.UnreachableHandset, TwilioErrorCode.UnreachableHandset.Meaning));
    }

    [Fact]
    public void Record_AnErrorWithoutWords_LeavesTheSentenceThatIsThere()
    {
        var job = Open(AlertChannel.Sms);

        _sut.Record(job.Id, MessageSid, Report(MessageSid, MessageStatus.Undelivered, Unheard));

        var entry = _ledger.Find(job.Id)!;
        (entry.ErrorCode, entry.Detail).Should().Be((Unheard, AlertHolds.UnderWay));
    }

    private AlertJob Open(AlertChannel channel)
    {
        var job = Jobs.Make(_clock, channel: channel);
        _ledger.NoteAdmitted(job, segments: 1, AlertHolds.UnderWay, _clock.GetUtcNow());
        return job;
    }

    private StatusTrail<MessageStatus> Report(string sid, MessageStatus status, TwilioErrorCode? error = null)
    {
        _messages.Enter(sid, status, error, _clock.GetUtcNow(), default, out var trail);
        return trail;
    }
}

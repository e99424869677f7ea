using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Tests.Webhooks;

public class MessageProgressTests
{
    [Theory]
    [InlineData(MessageStatus.Unknown, MessageStatus.Queued, ProgressVerdict.Advance)]
    [InlineData(MessageStatus.Unknown, MessageStatus.Read, ProgressVerdict.Advance)]
    [InlineData(MessageStatus.Scheduled, MessageStatus.Canceled, ProgressVerdict.Advance)]
    [InlineData(MessageStatus.Accepted, MessageStatus.Queued, ProgressVerdict.Advance)]
    [InlineData(MessageStatus.Queued, MessageStatus.Sending, ProgressVerdict.Advance)]
    [InlineData(MessageStatus.Sending, MessageStatus.Sent, ProgressVerdict.Advance)]
    [InlineData(MessageStatus.Sent, MessageStatus.Delivered, ProgressVerdict.Advance)]
    [InlineData(MessageStatus.Sent, MessageStatus.Undelivered, ProgressVerdict.Advance)]
    [InlineData(MessageStatus.Queued, MessageStatus.Failed, ProgressVerdict.Advance)]
    [InlineData(MessageStatus.Sent, MessageStatus.Read, ProgressVerdict.Advance)]
    [InlineData(MessageStatus.Delivered, MessageStatus.Read, ProgressVerdict.Advance)]
    [InlineData(MessageStatus.Delivered, MessageStatus.Delivered, ProgressVerdict.Duplicate)]
    [InlineData(MessageStatus.Failed, MessageStatus.Failed, ProgressVerdict.Duplicate)]
    [InlineData(MessageStatus.Delivered, MessageStatus.Sent, ProgressVerdict.Late)]
    [InlineData(MessageStatus.Read, MessageStatus.Delivered, ProgressVerdict.Late)]
    [InlineData(MessageStatus.Undelivered, MessageStatus.Sent, ProgressVerdict.Late)]
    [InlineData(MessageStatus.Undelivered, MessageStatus.Delivered, ProgressVerdict.Contradiction)]
    [InlineData(MessageStatus.Failed, MessageStatus.Read, ProgressVerdict.Contradiction)]
    [InlineData(MessageStatus.Failed, MessageStatus.Undelivered, ProgressVerdict.Contradiction)]
    [InlineData(MessageStatus.Delivered, MessageStatus.Failed, ProgressVerdict.Contradiction)]
    [InlineData(MessageStatus.Read, MessageStatus.Undelivered, ProgressVerdict.Contradiction)]
    [InlineData(MessageStatus.Sent, MessageStatus.Unknown, ProgressVerdict.Irrelevant)]
    [InlineData(MessageStatus.Unknown, MessageStatus.Received, ProgressVerdict.Irrelevant)]
    internal void Judge_Report_IsWeighedAgainstWhatIsKnown(MessageStatus known, MessageStatus reported, ProgressVerdict expected) =>
        MessageProgress.Judge(known, reported).Should().Be(expected);

    [Theory]
    [InlineData(CallStatus.Unknown, CallStatus.Ringing, ProgressVerdict.Advance)]
    [InlineData(CallStatus.Queued, CallStatus.Initiated, ProgressVerdict.Advance)]
    [InlineData(CallStatus.Initiated, CallStatus.Ringing, ProgressVerdict.Advance)]
    [InlineData(CallStatus.Ringing, CallStatus.InProgress, ProgressVerdict.Advance)]
    [InlineData(CallStatus.InProgress, CallStatus.Completed, ProgressVerdict.Advance)]
    [InlineData(CallStatus.Ringing, CallStatus.NoAnswer, ProgressVerdict.Advance)]
    [InlineData(CallStatus.Completed, CallStatus.InProgress, ProgressVerdict.Late)]
    [InlineData(CallStatus.Completed, CallStatus.Completed, ProgressVerdict.Duplicate)]
    [InlineData(CallStatus.Completed, CallStatus.Busy, ProgressVerdict.Contradiction)]
    [InlineData(CallStatus.Ringing, CallStatus.Unknown, ProgressVerdict.Irrelevant)]
    internal void Judge_ReportOfACall_IsWeighedAgainstWhatIsKnown(CallStatus known, CallStatus reported, ProgressVerdict expected) =>
        CallProgress.Judge(known, reported).Should().Be(expected);
}

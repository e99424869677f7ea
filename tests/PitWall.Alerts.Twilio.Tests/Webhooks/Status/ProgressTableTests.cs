using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Tests.Webhooks.Status;

/// <summary>Every pair of statuses against one table of Twilio's order, written from its documentation.</summary>
public sealed class ProgressTableTests
{
    private static readonly MessageStatus[] MessageWay =
    [
        MessageStatus.Scheduled, MessageStatus.Accepted, MessageStatus.Queued, MessageStatus.Sending, MessageStatus.Sent,
        MessageStatus.PartiallyDelivered, MessageStatus.Delivered, MessageStatus.Read,
    ];

    private static readonly MessageStatus[] MessageFailures = [MessageStatus.Undelivered, MessageStatus.Failed, MessageStatus.Canceled];

    private static readonly CallStatus[] CallWay = [CallStatus.Queued, CallStatus.Initiated, CallStatus.Ringing, CallStatus.InProgress];

    private static readonly CallStatus[] CallEnds =
        [CallStatus.Completed, CallStatus.Busy, CallStatus.Failed, CallStatus.NoAnswer, CallStatus.Canceled];

    [Fact]
    public void Judge_TwoStepsOfTheWay_GoesByTheirOrder()
    {
        for (var known = 0; known < MessageWay.Length; known++)
        {
            for (var reported = 0; reported < MessageWay.Length; reported++)
                MessageProgress.Judge(MessageWay[known], MessageWay[reported]).Should().Be(ByOrder(known, reported));
        }
    }

    [Fact]
    public void Judge_AFailure_EndsTheWayUnlessTheMessageArrived()
    {
        foreach (var failure in MessageFailures)
        {
            foreach (var step in MessageWay)
            {
                var hasArrived = step is MessageStatus.Delivered or MessageStatus.Read;
                MessageProgress.Judge(step, failure).Should().Be(hasArrived ? ProgressVerdict.Contradiction : ProgressVerdict.Advance);
                MessageProgress.Judge(failure, step).Should().Be(hasArrived ? ProgressVerdict.Contradiction : ProgressVerdict.Late);
            }

            foreach (var other in MessageFailures)
                MessageProgress.Judge(failure, other).Should().Be(other == failure ? ProgressVerdict.Duplicate : ProgressVerdict.Contradiction);
        }
    }

    [Fact]
    public void IsFinal_EveryMessageStatus_IsTrueForArrivalsAndFailures()
    {
        foreach (var status in Enum.GetValues<MessageStatus>())
        {
            MessageProgress.IsFailure(status).Should().Be(MessageFailures.Contains(status));
            MessageProgress.IsFinal(status).Should().Be(MessageFailures.Contains(status) || status is MessageStatus.Delivered or MessageStatus.Read);
        }
    }

    [Fact]
    public void Judge_StatusOfAnInboundMessage_SaysNothingAboutTheWay()
    {
        foreach (var status in new[] { MessageStatus.Unknown, MessageStatus.Receiving, MessageStatus.Received })
        {
            MessageProgress.Judge(status, status).Should().Be(ProgressVerdict.Irrelevant);
            MessageProgress.Judge(MessageStatus.Sent, status).Should().Be(ProgressVerdict.Irrelevant);
            MessageProgress.Judge(status, MessageStatus.Scheduled).Should().Be(ProgressVerdict.Advance);
        }
    }

    [Fact]
    public void Judge_EveryPairOfCallStatuses_GoesByTheOrderAndHasOneEnd()
    {
        for (var known = 0; known < CallWay.Length; known++)
        {
            for (var reported = 0; reported < CallWay.Length; reported++)
                CallProgress.Judge(CallWay[known], CallWay[reported]).Should().Be(ByOrder(known, reported));
        }

        foreach (var end in CallEnds)
        {
            foreach (var step in CallWay)
            {
                CallProgress.Judge(step, end).Should().Be(ProgressVerdict.Advance);
                CallProgress.Judge(end, step).Should().Be(ProgressVerdict.Late);
            }

            foreach (var other in CallEnds)
                CallProgress.Judge(end, other).Should().Be(other == end ? ProgressVerdict.Duplicate : ProgressVerdict.Contradiction);
        }

        CallProgress.Judge(CallStatus.Unknown, CallStatus.Queued).Should().Be(ProgressVerdict.Advance);
        CallProgress.Judge(CallStatus.Unknown, CallStatus.Unknown).Should().Be(ProgressVerdict.Irrelevant);
    }

    [Fact]
    public void IsFinal_EveryCallStatus_IsTrueForTheEnds()
    {
        foreach (var status in Enum.GetValues<CallStatus>())
            CallProgress.IsFinal(status).Should().Be(CallEnds.Contains(status));
    }

    private static ProgressVerdict ByOrder(int known, int reported) =>
        reported == known ? ProgressVerdict.Duplicate : reported > known ? ProgressVerdict.Advance : ProgressVerdict.Late;
}

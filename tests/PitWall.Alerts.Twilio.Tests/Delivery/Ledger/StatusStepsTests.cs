using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Ledger;

public class StatusStepsTests
{
    [Theory]
    [InlineData(MessageStatus.Unknown)]
    [InlineData(MessageStatus.Scheduled, AlertStep.Accepted)]
    [InlineData(MessageStatus.Accepted, AlertStep.Accepted)]
    [InlineData(MessageStatus.Queued, AlertStep.Accepted)]
    [InlineData(MessageStatus.Sending, AlertStep.Accepted)]
    [InlineData(MessageStatus.Sent, AlertStep.Accepted, AlertStep.Sent)]
    [InlineData(MessageStatus.PartiallyDelivered, AlertStep.Accepted, AlertStep.Sent)]
    [InlineData(MessageStatus.Delivered, AlertStep.Accepted, AlertStep.Sent, AlertStep.Delivered)]
    [InlineData(MessageStatus.Read, AlertStep.Accepted, AlertStep.Sent, AlertStep.Delivered, AlertStep.Read)]
    [InlineData(MessageStatus.Undelivered, AlertStep.Accepted, AlertStep.Sent, AlertStep.Ended)]
    [InlineData(MessageStatus.Failed, AlertStep.Accepted, AlertStep.Ended)]
    [InlineData(MessageStatus.Canceled, AlertStep.Accepted, AlertStep.Ended)]
    [InlineData(MessageStatus.Receiving)]
    [InlineData(MessageStatus.Received)]
    public void Of_StatusOfAMessage_AreTheStepsItProves(MessageStatus status, params AlertStep[] steps) =>
        StatusSteps.Of(status).Should().Equal(steps);

    [Theory]
    [InlineData(CallStatus.Unknown)]
    [InlineData(CallStatus.Queued, AlertStep.Accepted)]
    [InlineData(CallStatus.Initiated, AlertStep.Accepted)]
    [InlineData(CallStatus.Ringing, AlertStep.Accepted, AlertStep.Sent)]
    [InlineData(CallStatus.InProgress, AlertStep.Accepted, AlertStep.Sent, AlertStep.Delivered)]
    [InlineData(CallStatus.Completed, AlertStep.Accepted, AlertStep.Sent, AlertStep.Delivered)]
    [InlineData(CallStatus.NoAnswer, AlertStep.Accepted, AlertStep.Sent, AlertStep.Ended)]
    [InlineData(CallStatus.Busy, AlertStep.Accepted, AlertStep.Ended)]
    [InlineData(CallStatus.Failed, AlertStep.Accepted, AlertStep.Ended)]
    [InlineData(CallStatus.Canceled, AlertStep.Accepted, AlertStep.Ended)]
    public void Of_StatusOfACall_AreTheStepsItProves(CallStatus status, params AlertStep[] steps) =>
        StatusSteps.Of(status).Should().Equal(steps);
}

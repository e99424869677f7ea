namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The steps that a status proves, including those that Twilio need not report: a message that was read was delivered.</summary>
internal static class StatusSteps
{
    private static readonly AlertStep[] Accepted = [AlertStep.Accepted];
    private static readonly AlertStep[] Sent = [AlertStep.Accepted, AlertStep.Sent];
    private static readonly AlertStep[] Delivered = [AlertStep.Accepted, AlertStep.Sent, AlertStep.Delivered];
    private static readonly AlertStep[] Read = [AlertStep.Accepted, AlertStep.Sent, AlertStep.Delivered, AlertStep.Read];
    private static readonly AlertStep[] SentInVain = [AlertStep.Accepted, AlertStep.Sent, AlertStep.Ended];
    private static readonly AlertStep[] Ended = [AlertStep.Accepted, AlertStep.Ended];

    public static AlertStep[] Of(MessageStatus status) => status switch
    {
        MessageStatus.Scheduled or MessageStatus.Accepted or MessageStatus.Queued or MessageStatus.Sending => Accepted,
        MessageStatus.Sent or MessageStatus.PartiallyDelivered => Sent,
        MessageStatus.Delivered => Delivered,
        MessageStatus.Read => Read,
        MessageStatus.Undelivered => SentInVain,
        MessageStatus.Failed or MessageStatus.Canceled => Ended,
        _ => [],
    };

    public static AlertStep[] Of(CallStatus status) => status switch
    {
        CallStatus.Queued or CallStatus.Initiated => Accepted,
        CallStatus.Ringing => Sent,
        CallStatus.InProgress or CallStatus.Completed => Delivered,
        CallStatus.NoAnswer => SentInVain,
        CallStatus.Busy or CallStatus.Failed or CallStatus.Canceled => Ended,
        _ => [],
    };
}

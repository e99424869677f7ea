namespace PitWall.Alerts.Twilio;

/// <summary>The status of a message.</summary>
/// <remarks>Source: Twilio docs, Message resource, property <c>status</c>.</remarks>
public enum MessageStatus
{
    /// <summary>A status this version does not know; see the status text.</summary>
    Unknown = 0,

    /// <summary>It waits for its send time.</summary>
    Scheduled,

    /// <summary>Twilio accepted it, and a messaging service is choosing a sender.</summary>
    Accepted,

    /// <summary>It is in the sender's queue.</summary>
    Queued,

    /// <summary>It is being handed to the carrier.</summary>
    Sending,

    /// <summary>The nearest carrier accepted it. On many routes this is the last status ever seen.</summary>
    Sent,

    /// <summary>Deprecated by Twilio.</summary>
    PartiallyDelivered,

    /// <summary>The carrier or the phone confirmed delivery.</summary>
    Delivered,

    /// <summary>The carrier reported that it did not arrive; there is an error code.</summary>
    Undelivered,

    /// <summary>It never left Twilio; there is an error code.</summary>
    Failed,

    /// <summary>It was scheduled and then canceled.</summary>
    Canceled,

    /// <summary>The recipient opened it (WhatsApp, RCS).</summary>
    Read,

    /// <summary>An inbound message that is being received.</summary>
    Receiving,

    /// <summary>An inbound message that was received.</summary>
    Received,
}

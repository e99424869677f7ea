namespace PitWall.Alerts.Twilio.Testing;

/// <summary>The state of a message in the sandbox. Source: Twilio docs, Message resource, "Message status values".</summary>
public enum SandboxMessageStatus
{
    /// <summary>Waiting for its send time.</summary>
    Scheduled,

    /// <summary>A messaging service is choosing the sender.</summary>
    Accepted,

    /// <summary>In the sender's queue.</summary>
    Queued,

    /// <summary>Handed to the carrier.</summary>
    Sent,

    /// <summary>On the phone, which has confirmed it.</summary>
    Delivered,

    /// <summary>The carrier could not deliver it.</summary>
    Undelivered,

    /// <summary>It never left Twilio.</summary>
    Failed,

    /// <summary>Scheduled and then cancelled.</summary>
    Canceled,

    /// <summary>Read on the phone; WhatsApp only.</summary>
    Read,

    /// <summary>Received from a phone.</summary>
    Received,
}

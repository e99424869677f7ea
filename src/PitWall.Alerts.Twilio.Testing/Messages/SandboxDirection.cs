namespace PitWall.Alerts.Twilio.Testing;

/// <summary>Who wrote a message or placed a call. Source: Twilio docs, Message and Call resources, <c>direction</c>.</summary>
public enum SandboxDirection
{
    /// <summary>Created through the REST API.</summary>
    OutboundApi,

    /// <summary>Created by the answer to an inbound message.</summary>
    OutboundReply,

    /// <summary>Came from a phone.</summary>
    Inbound,
}

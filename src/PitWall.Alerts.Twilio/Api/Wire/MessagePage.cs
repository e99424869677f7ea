namespace PitWall.Alerts.Twilio.Api;

/// <summary>One page of a list of messages.</summary>
internal sealed class MessagePage : ITwilioResource
{
    public bool IsWhole => Messages is not null;

    public List<MessageResource>? Messages { get; set; }

    public string? NextPageUri { get; set; }
}

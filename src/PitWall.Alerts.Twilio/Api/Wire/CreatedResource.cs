namespace PitWall.Alerts.Twilio.Api;

/// <summary>What is read of the answer to a create, be it a message or a call: little, because it is read for every alert.</summary>
internal sealed class CreatedResource : ITwilioResource
{
    public bool IsWhole => Api.Sid.IsMessage(Sid) || Api.Sid.IsCall(Sid);

    public string? Sid { get; set; }

    public string? Status { get; set; }

    public string? To { get; set; }

    public string? From { get; set; }

    public int? Segments { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }
}

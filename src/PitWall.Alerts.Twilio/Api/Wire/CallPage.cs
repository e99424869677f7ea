namespace PitWall.Alerts.Twilio.Api;

/// <summary>One page of a list of calls.</summary>
internal sealed class CallPage : ITwilioResource
{
    public bool IsWhole => Calls is not null;

    public List<CallResource>? Calls { get; set; }

    public string? NextPageUri { get; set; }
}

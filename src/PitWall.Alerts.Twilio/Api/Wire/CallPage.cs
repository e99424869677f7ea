namespace PitWall.Alerts.Twilio.Api;

/// <summary>One page of a list of calls.</summary>
internal sealed class CallPage
{
    public List<CallResource>? Calls { get; set; }

    public string? NextPageUri { get; set; }
}

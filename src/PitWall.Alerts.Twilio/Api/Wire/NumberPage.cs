namespace PitWall.Alerts.Twilio.Api;

/// <summary>One page of the numbers an account owns.</summary>
internal sealed class NumberPage : ITwilioResource
{
    public bool IsWhole => IncomingPhoneNumbers is not null;

    public List<NumberResource>? IncomingPhoneNumbers { get; set; }
}

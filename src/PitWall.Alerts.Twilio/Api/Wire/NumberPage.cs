namespace PitWall.Alerts.Twilio.Api;

/// <summary>One page of the numbers an account owns.</summary>
internal sealed class NumberPage
{
    public List<NumberResource>? IncomingPhoneNumbers { get; set; }
}

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Something Twilio answers. Any JSON object can be read as one, so it must know itself again.</summary>
internal interface ITwilioResource
{
    /// <summary>Whether what makes it that resource is there.</summary>
    bool IsWhole { get; }
}

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Twilio's error body; <c>code</c> and <c>more_info</c> may be absent.</summary>
internal sealed class ErrorResource : ITwilioResource
{
    public bool IsWhole => true;

    public int? Code { get; set; }

    public string? Message { get; set; }

    public string? MoreInfo { get; set; }
}

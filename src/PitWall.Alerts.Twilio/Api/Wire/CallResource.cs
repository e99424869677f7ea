namespace PitWall.Alerts.Twilio.Api;

/// <summary>Twilio's Call resource, as far as it is read. Durations and price are strings.</summary>
internal sealed class CallResource : ITwilioResource
{
    public bool IsWhole => Api.Sid.IsCall(Sid);

    public string? Sid { get; set; }

    public string? Status { get; set; }

    public string? Direction { get; set; }

    public string? To { get; set; }

    public string? From { get; set; }

    public string? AnsweredBy { get; set; }

    public string? Duration { get; set; }

    public string? QueueTime { get; set; }

    public string? Price { get; set; }

    public string? PriceUnit { get; set; }

    public string? DateCreated { get; set; }

    public string? StartTime { get; set; }

    public string? EndTime { get; set; }
}

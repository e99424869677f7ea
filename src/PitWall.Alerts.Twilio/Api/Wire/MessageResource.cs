namespace PitWall.Alerts.Twilio.Api;

/// <summary>Twilio's Message resource, as far as it is read. Dates are RFC 2822 text; number and price are strings.</summary>
internal sealed class MessageResource : ITwilioResource
{
    public bool IsWhole => Api.Sid.IsMessage(Sid);

    public string? Sid { get; set; }

    public string? Status { get; set; }

    public string? Direction { get; set; }

    public string? To { get; set; }

    public string? From { get; set; }

    public string? MessagingServiceSid { get; set; }

    public string? Body { get; set; }

    public string? NumSegments { get; set; }

    public int? ErrorCode { get; set; }

    public string? ErrorMessage { get; set; }

    public string? Price { get; set; }

    public string? PriceUnit { get; set; }

    public string? DateCreated { get; set; }

    public string? DateSent { get; set; }

    public string? DateUpdated { get; set; }
}

namespace PitWall.Alerts.Twilio.Api;

/// <summary>A message or call as Twilio's list shows it.</summary>
internal sealed record ListedCreate
{
    public required string Sid { get; init; }

    /// <summary>To the second; <see langword="null"/> where the list does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    public string? Status { get; init; }

    public string? Direction { get; init; }

    public string? To { get; init; }

    public string? From { get; init; }

    public string? MessagingServiceSid { get; init; }

    public string? Body { get; init; }

    public int? Segments { get; init; }

    public CreatedResource ToCreated() => new()
    {
        Sid = Sid,
        Status = Status,
        To = To,
        From = From,
        Segments = Segments,
        CreatedAt = CreatedAt,
    };
}

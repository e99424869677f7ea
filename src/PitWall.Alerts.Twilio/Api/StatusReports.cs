namespace PitWall.Alerts.Twilio.Api;

/// <summary>Reads what Twilio says became of a message or a call.</summary>
internal static class StatusReports
{
    public static MessageStatusReport Of(MessageResource message) => new()
    {
        Sid = message.Sid!,
        Status = WireValues.Message(message.Status),
        StatusText = message.Status,
        To = message.To,
        From = message.From,
        ErrorCode = message.ErrorCode is { } code and not 0 ? new TwilioErrorCode(code) : null,
        ErrorMessage = message.ErrorMessage,
        Segments = WireValues.Int32(message.NumSegments),
        Price = WireValues.Amount(message.Price),
        PriceUnit = message.PriceUnit?.ToUpperInvariant(),
        CreatedAt = WireValues.Date(message.DateCreated),
        SentAt = WireValues.Date(message.DateSent),
        UpdatedAt = WireValues.Date(message.DateUpdated),
    };

    public static CallStatusReport Of(CallResource call) => new()
    {
        Sid = call.Sid!,
        Status = WireValues.Call(call.Status),
        StatusText = call.Status,
        To = call.To,
        From = call.From,
        AnsweredBy = call.AnsweredBy,
        Duration = WireValues.Seconds(call.Duration),
        QueueTime = WireValues.Milliseconds(call.QueueTime),
        Price = WireValues.Amount(call.Price),
        PriceUnit = call.PriceUnit?.ToUpperInvariant(),
        CreatedAt = WireValues.Date(call.DateCreated),
        StartedAt = WireValues.Date(call.StartTime),
        EndedAt = WireValues.Date(call.EndTime),
    };
}

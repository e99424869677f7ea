namespace PitWall.Alerts.Twilio;

/// <summary>Twilio's answer when it accepted a message.</summary>
public sealed record MessageReceipt
{
    /// <summary>The message SID: <c>SM</c> or <c>MM</c> and 32 hexadecimal digits.</summary>
    public required string Sid { get; init; }

    /// <summary>The first status, usually <see cref="MessageStatus.Queued"/> or <see cref="MessageStatus.Accepted"/>.</summary>
    public MessageStatus Status { get; init; }

    /// <summary>The recipient as Twilio wrote it.</summary>
    public string? To { get; init; }

    /// <summary>The sender; <see langword="null"/> while a messaging service is choosing one.</summary>
    public string? From { get; init; }

    /// <summary>The segments Twilio counted; <see langword="null"/> or 0 while a messaging service is choosing a sender.</summary>
    public int? Segments { get; init; }

    /// <summary>When Twilio created the message, to the second.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Twilio's id of the request, to quote to Twilio's support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The number of attempts, at least 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Whether the answer was lost and the message was found in Twilio's list afterwards.</summary>
    public bool IsReconciled { get; init; }

    /// <summary>Returns SID and status; numbers do not belong in a log.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{nameof(MessageReceipt)} {{ Sid = {Sid}, Status = {Status} }}";
}

namespace PitWall.Alerts.Twilio;

/// <summary>Twilio's answer when it accepted a call.</summary>
public sealed record CallReceipt
{
    /// <summary>The call SID: <c>CA</c> and 32 hexadecimal digits.</summary>
    public required string Sid { get; init; }

    /// <summary>The first status, usually <see cref="CallStatus.Queued"/>.</summary>
    public CallStatus Status { get; init; }

    /// <summary>The recipient.</summary>
    public string? To { get; init; }

    /// <summary>The caller.</summary>
    public string? From { get; init; }

    /// <summary>When Twilio created the call, to the second.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Twilio's id of the request, to quote to Twilio's support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The number of attempts, at least 1.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Whether the answer was lost and the call was found in Twilio's list afterwards.</summary>
    public bool IsReconciled { get; init; }

    /// <summary>
    /// Whether the alert was too long to be spoken in full: it did not fit even once in the 4,000 characters of a call's TwiML.
    /// </summary>
    public bool IsMessageCut { get; init; }

    /// <summary>Returns SID and status; numbers do not belong in a log.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{nameof(CallReceipt)} {{ Sid = {Sid}, Status = {Status} }}";
}

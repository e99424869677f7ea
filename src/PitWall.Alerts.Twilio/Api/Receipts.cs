namespace PitWall.Alerts.Twilio.Api;

/// <summary>Reads what Twilio answers to a create.</summary>
internal static class Receipts
{
    /// <returns><see langword="null"/> where there was nothing to send with.</returns>
    public static MessageReceipt? OfMessage(in Transmission taken) => taken.IsNone ? null : new()
    {
        Sid = taken.Resource.Sid!,
        Status = WireValues.Message(taken.Resource.Status),
        To = taken.Resource.To,
        From = taken.Resource.From,
        Segments = taken.Resource.Segments,
        CreatedAt = taken.Resource.CreatedAt,
        RequestId = taken.RequestId,
        Attempts = taken.Attempts,
        IsReconciled = taken.IsReconciled,
    };

    /// <returns><see langword="null"/> where there was nothing to send with.</returns>
    public static CallReceipt? OfCall(in Transmission taken) => taken.IsNone ? null : new()
    {
        Sid = taken.Resource.Sid!,
        Status = WireValues.Call(taken.Resource.Status),
        To = taken.Resource.To,
        From = taken.Resource.From,
        CreatedAt = taken.Resource.CreatedAt,
        RequestId = taken.RequestId,
        Attempts = taken.Attempts,
        IsReconciled = taken.IsReconciled,
        IsMessageCut = taken.IsCut,
    };
}

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Reads what Twilio answers to a create.</summary>
internal static class Receipts
{
    public static MessageReceipt OfMessage(Transmission taken) => new()
    {
        Sid = taken.Resource.Sid!,
        Status = WireValues.Message(taken.Resource.Status),
        To = taken.Resource.To,
        From = taken.Resource.From,
        Segments = WireValues.Int32(taken.Resource.NumSegments),
        CreatedAt = WireValues.Date(taken.Resource.DateCreated),
        RequestId = taken.RequestId,
        Attempts = taken.Attempts,
        IsReconciled = taken.IsReconciled,
    };

    public static CallReceipt OfCall(Transmission taken, bool isCut) => new()
    {
        Sid = taken.Resource.Sid!,
        Status = WireValues.Call(taken.Resource.Status),
        To = taken.Resource.To,
        From = taken.Resource.From,
        CreatedAt = WireValues.Date(taken.Resource.DateCreated),
        RequestId = taken.RequestId,
        Attempts = taken.Attempts,
        IsReconciled = taken.IsReconciled,
        IsMessageCut = isCut,
    };
}

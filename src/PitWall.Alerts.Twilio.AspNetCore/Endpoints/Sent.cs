using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Makes the answer for what Twilio took.</summary>
internal static class Sent
{
    [return: NotNullIfNotNull(nameof(receipt))]
    public static SendResponse? Of(MessageReceipt? receipt, string message, HttpContext context) => receipt is null ? null : new SendResponse
    {
        Success = true,
        Sid = receipt.Sid,
        Status = WireNames.Of(receipt.Status),
        To = receipt.To,
        From = receipt.From,
        Message = message,
        Timestamp = EndpointMap.Now(context),
        Segments = receipt.Segments,
        Attempts = receipt.Attempts,
        RequestId = receipt.RequestId,
    };

    [return: NotNullIfNotNull(nameof(receipt))]
    public static SendResponse? Of(CallReceipt? receipt, string message, HttpContext context) => receipt is null ? null : new SendResponse
    {
        Success = true,
        Sid = receipt.Sid,
        Status = WireNames.Of(receipt.Status),
        To = receipt.To,
        From = receipt.From,
        Message = message,
        Timestamp = EndpointMap.Now(context),
        Attempts = receipt.Attempts,
        RequestId = receipt.RequestId,
    };
}

using System.Collections.Immutable;
using PitWall.Alerts.Twilio.Testing.Account;
using PitWall.Alerts.Twilio.Testing.Rest;
using PitWall.Alerts.Twilio.Testing.Storage;

namespace PitWall.Alerts.Twilio.Testing.Lifecycle;

/// <summary>Turns the parameters of a create request into a message, or says why not.</summary>
/// <remarks>Source: Twilio docs, "Message resource", "Create a Message resource", and the pages of the errors. The order of the checks is not documented and is ours.</remarks>
internal sealed class MessageFactory(TwilioSandboxOptions options, Senders senders, SidFactory sids)
{
    // Source: Twilio docs, error 21617.
    private const int MaxBody = 1600;

    // Source: Twilio docs, error 21623.
    private const int MaxMedia = 10;

    public ApiError? TryCreate(ApiRequest request, out SandboxMessage? message)
    {
        message = null;
        if (request["To"] is not { } to) return new(21604, "A 'To' phone number is required.");
        var service = request["MessagingServiceSid"];
        var from = request["From"];
        if (from is null && service is null) return new(21603, "A 'From' phone number or a 'MessagingServiceSid' is required.");

        var body = request["Body"] ?? "";
        ImmutableArray<string> media = [.. request.All("MediaUrl")];
        if (body.Length == 0 && media.Length == 0) return new(21602, "Message body is required.");
        if (body.Length > MaxBody) return new(21617, "The concatenated message body exceeds the 1600 character limit.");
        if (media.Length > MaxMedia) return new(21623, "Number of media files exceeds allowed limit.");
        if (PhoneAddress.Normalize(to) is not { } recipient) return new(21211, $"The 'To' number {to} is not a valid phone number.");
        if (service is not null && service != options.MessagingServiceSid) return new(21701, "The Messaging Service does not exist.", 404);
        if (from is not null && senders.Check(from, recipient) is { } refusal) return refusal;

        var now = options.TimeProvider.GetUtcNow();
        var channel = PhoneAddress.Channel(recipient);
        var status = service is null ? SandboxMessageStatus.Queued : SandboxMessageStatus.Accepted;
        message = new SandboxMessage
        {
            Sid = sids.Next(media.Length > 0 ? "MM" : "SM"),
            AccountSid = options.AccountSid,
            MessagingServiceSid = service,
            From = from is null ? null : PhoneAddress.Normalize(from) ?? from,
            To = recipient,
            Body = body,
            Channel = channel,
            Direction = SandboxDirection.OutboundApi,
            Status = status,
            History = [new(status, now)],
            SegmentCount = service is not null ? 0 : channel == SandboxChannel.Sms ? SmsSegments.Count(body) : 1,
            IsGsm7 = SmsSegments.IsGsm7(body),
            MediaUrls = media,
            StatusCallback = request["StatusCallback"],
            DateCreated = now,
            DateUpdated = now,
        };
        return null;
    }
}

using System.Globalization;
using PitWall.Alerts.Twilio.Testing.Account;
using PitWall.Alerts.Twilio.Testing.Phones;
using PitWall.Alerts.Twilio.Testing.Rest;
using PitWall.Alerts.Twilio.Testing.Storage;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>Turns the parameters of a create request into a message, or says why not.</summary>
/// <remarks>Source: Twilio docs, "Message resource"; the order of the checks is not documented and is ours.</remarks>
internal sealed class MessageFactory(
    TwilioSandboxOptions options, Senders senders, SenderQueues queues, MessagePermissions permissions, SidFactory sids)
{
    // Source: the bodies that trial accounts get back, Twilio docs, "How to work with your free trial account".
    private const string TrialPrefix = "Sent from your Twilio trial account - ";

    // Source: Twilio docs, Message resource, ValidityPeriod.
    private const int DefaultValiditySeconds = 36000;

    private long _lastNumber;

    public ApiError? TryCreate(ApiRequest request, out SandboxMessage? message)
    {
        message = null;
        if (MessageRules.Check(request) is { } malformed) return malformed;
        if (permissions.Recipient(request["To"]!, out var to) is { } unreachable) return unreachable;
        if (SendTime.TryRead(request, options.TimeProvider.GetUtcNow(), out var sendAt) is { } untimely) return untimely;

        var service = request["MessagingServiceSid"];
        if (service is not null && permissions.CheckService(service) is { } unknown) return unknown;

        var from = request["From"] is { } given ? PhoneAddress.Normalize(given) ?? given : null;
        if (from is not null && senders.Check(from, to) is { } unowned) return unowned;
        if (permissions.Check(from ?? senders.InPool(to), to) is { } forbidden) return forbidden;
        if (service is null && queues.IsFull(from!))
            return new(21611, $"The 'From' number {from} has exceeded the maximum number of queued messages.");
        if (Template(request, out var template) is { } noTemplate) return noTemplate;

        message = New(request, from, to, sendAt, template);
        return null;
    }

    /// <summary>Checks a request that was made with the test credentials, whose message is only shown.</summary>
    public ApiError? TryCreateTest(ApiRequest request, out SandboxMessage? message)
    {
        message = null;
        if (MessageRules.Check(request) is { } malformed) return malformed;
        if (request["From"] is not { } from) return new(21603, "The test credentials need a 'From' phone number.");
        if (MagicNumbers.CheckMessageSender(from) is { } badSender) return badSender;
        if (MagicNumbers.CheckMessageRecipient(request["To"]!) is { } badRecipient) return badRecipient;
        if (permissions.Recipient(request["To"]!, out var to) is { } unreachable) return unreachable;

        message = New(request, from, to, sendAt: null, template: null) with { AccountSid = options.TestAccountSid };
        return null;
    }

    /// <summary>The answer to a text, which came as TwiML.</summary>
    public SandboxMessage NewReply(SandboxMessage inbound, TextReply reply, bool isAutomatic)
    {
        var to = reply.To is { } other ? PhoneAddress.Normalize(other) ?? other : inbound.From!;
        return Message(inbound.To, to, reply.Body, reply.MediaUrls) with
        {
            Direction = SandboxDirection.OutboundReply,
            IsAutomaticReply = isAutomatic,
        };
    }

    /// <summary>A text from a phone.</summary>
    public SandboxMessage NewInbound(string from, string to, string body, IReadOnlyList<string> mediaUrls) => Message(from, to, body, mediaUrls) with
    {
        Direction = SandboxDirection.Inbound,
        Status = SandboxMessageStatus.Received,
        History = [new(SandboxMessageStatus.Received, options.TimeProvider.GetUtcNow())],
        DateSent = options.TimeProvider.GetUtcNow(),
    };

    private ApiError? Template(ApiRequest request, out SandboxTemplate? template)
    {
        template = null;
        if (request["ContentSid"] is not { } sid) return null;

        template = options.Templates.FirstOrDefault(known => known.ContentSid == sid);
        return template is null ? new(21655, $"The ContentSid {sid} is unknown.") : null;
    }

    private SandboxMessage New(ApiRequest request, string? from, string to, DateTimeOffset? sendAt, SandboxTemplate? template)
    {
        var service = request["MessagingServiceSid"];
        ContentVariables.TryParse(request["ContentVariables"], out var variables);
        // A template whose variables do not fit is accepted and fails later, with 63028.
        var rendered = template?.Render(variables);
        var text = template is null ? request["Body"] ?? "" : rendered ?? template.Body;
        if (request["SmartEncoded"] == "true") text = SmartEncoding.Apply(text);
        var body = options.AccountType == SandboxAccountType.Trial ? TrialPrefix + text : text;
        var message = Message(from, to, body, [.. request.All("MediaUrl")]);
        var status = sendAt is not null ? SandboxMessageStatus.Scheduled
            : service is not null ? SandboxMessageStatus.Accepted
            : SandboxMessageStatus.Queued;
        return message with
        {
            MessagingServiceSid = service,
            Status = status,
            History = [new(status, message.DateCreated)],
            SegmentCount = service is null ? message.SegmentCount : 0,
            ContentSid = template?.ContentSid,
            HasTemplateMismatch = template is not null && rendered is null,
            StatusCallback = request["StatusCallback"],
            ValidityPeriod = request["ValidityPeriod"] is { } seconds
                ? TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture))
                : message.ValidityPeriod,
            SendAt = sendAt,
            DiscardsContent = request["ContentRetention"] == "discard",
            ObfuscatesAddress = request["AddressRetention"] == "obfuscate",
        };
    }

    private SandboxMessage Message(string? from, string to, string body, IReadOnlyList<string> mediaUrls)
    {
        var now = options.TimeProvider.GetUtcNow();
        return new SandboxMessage
        {
            Sid = sids.Next(mediaUrls.Count > 0 ? "MM" : "SM"),
            Number = Interlocked.Increment(ref _lastNumber),
            AccountSid = options.AccountSid,
            From = from,
            To = to,
            Body = body,
            Channel = PhoneAddress.Channel(to),
            Status = SandboxMessageStatus.Queued,
            History = [new(SandboxMessageStatus.Queued, now)],
            SegmentCount = PhoneAddress.IsWhatsApp(to) ? 1 : SmsSegments.Count(body),
            IsGsm7 = SmsSegments.IsGsm7(body),
            MediaUrls = [.. mediaUrls],
            ValidityPeriod = TimeSpan.FromSeconds(DefaultValiditySeconds),
            DateCreated = now,
            DateUpdated = now,
        };
    }
}

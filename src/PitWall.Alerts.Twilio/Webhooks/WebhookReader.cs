using System.Globalization;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>Makes events of verified fields. What lacks the fields that make it one is none.</summary>
/// <remarks>Source of names: Twilio docs, Message resource, Call resource and "Twilio's request to your webhook URL".</remarks>
internal static class WebhookReader
{
    private const int MaxMedia = 10;

    public static MessageStatusUpdate? MessageStatus(WebhookFields fields, string? alertId, DateTimeOffset now)
    {
        var sid = fields["MessageSid"] ?? fields["SmsSid"];
        var status = fields["MessageStatus"] ?? fields["SmsStatus"];
        if (!Sid.IsMessage(sid) || status is null)
            return null;

        var to = fields["To"];
        return new MessageStatusUpdate
        {
            MessageSid = sid!,
            Status = WireValues.Message(status),
            AlertId = alertId,
            ErrorCode = WireValues.Int32(fields["ErrorCode"]) is { } code and not 0 ? new TwilioErrorCode(code) : null,
            Channel = ChannelAddress.ChannelOf(to),
            To = to,
            From = fields["From"],
            ReceivedAt = now,
        };
    }

    public static CallStatusUpdate? CallStatus(WebhookFields fields, string? alertId, DateTimeOffset now)
    {
        var sid = fields["CallSid"];
        if (!Sid.Is(sid, "CA") || fields["CallStatus"] is not { } status)
            return null;

        return new CallStatusUpdate
        {
            CallSid = sid!,
            Status = WireValues.Call(status),
            AlertId = alertId,
            AnsweredBy = fields["AnsweredBy"],
            Duration = WireValues.Seconds(fields["CallDuration"]),
            To = fields["To"],
            From = fields["From"],
            HappenedAt = WireValues.Date(fields["Timestamp"]),
            ReceivedAt = now,
        };
    }

    public static InboundMessage? Message(WebhookFields fields, DateTimeOffset now)
    {
        var sid = fields["MessageSid"] ?? fields["SmsSid"];
        if (!Sid.IsMessage(sid) || fields["From"] is not { } from || fields["To"] is not { } to)
            return null;

        ChannelAddress.TryGetNumber(from, out var sender);
        var body = fields["Body"] ?? string.Empty;
        return new InboundMessage
        {
            MessageSid = sid!,
            Channel = ChannelAddress.ChannelOf(from),
            Sender = sender,
            From = from,
            To = to,
            Body = body,
            Media = Media(fields),
            Keyword = OptOutKeywords.Of(fields["OptOutType"], body),
            ProfileName = fields["ProfileName"],
            ButtonPayload = fields["ButtonPayload"],
            MessagingServiceSid = fields["MessagingServiceSid"],
            ReceivedAt = now,
        };
    }

    private static List<InboundMedia> Media(WebhookFields fields)
    {
        var media = new List<InboundMedia>();
        for (var i = 0; i < Math.Min(WireValues.Int32(fields["NumMedia"]) ?? 0, MaxMedia); i++)
        {
            var index = i.ToString(CultureInfo.InvariantCulture);
            if (Uri.TryCreate(fields["MediaUrl" + index], UriKind.Absolute, out var url))
                media.Add(new InboundMedia(url, fields["MediaContentType" + index]));
        }

        return media;
    }
}

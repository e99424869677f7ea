using System.Globalization;
using PitWall.Alerts.Twilio.Testing.Phones;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>The fields of a message's status callback. Source: Twilio docs, "Track the message status of outbound messages".</summary>
internal static class MessageCallback
{
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(SandboxMessage message)
    {
        var status = message.Status.Wire();
        var isWhatsApp = message.Channel == SandboxChannel.WhatsApp;
        var fields = new List<KeyValuePair<string, string>>(14);
        if (isWhatsApp && message.Status is SandboxMessageStatus.Delivered or SandboxMessageStatus.Read)
            fields.Add(new("EventType", message.Status == SandboxMessageStatus.Read ? "READ" : "DELIVERED"));
        fields.Add(new("SmsSid", message.Sid));
        fields.Add(new("SmsStatus", status));
        fields.Add(new("MessageStatus", status));
        if (isWhatsApp) fields.Add(new("ChannelToAddress", PhoneAddress.Number(message.To)));
        fields.Add(new("To", message.To));
        if (isWhatsApp) fields.Add(new("ChannelPrefix", "whatsapp"));
        fields.Add(new("MessageSid", message.Sid));
        fields.Add(new("AccountSid", message.AccountSid));
        if (message.MessagingServiceSid is { } service) fields.Add(new("MessagingServiceSid", service));
        if (message.From is { } from) fields.Add(new("From", from));
        if (message.ErrorCode is { } code) fields.Add(new("ErrorCode", code.ToString(CultureInfo.InvariantCulture)));
        // The carrier's time stamp, which has no time zone; ours is UTC.
        if (!isWhatsApp && message.Status is SandboxMessageStatus.Delivered or SandboxMessageStatus.Undelivered)
            fields.Add(new("RawDlrDoneDate", message.DateUpdated.ToString("yyMMddHHmm", CultureInfo.InvariantCulture)));
        fields.Add(new("ApiVersion", "2010-04-01"));
        return fields;
    }
}

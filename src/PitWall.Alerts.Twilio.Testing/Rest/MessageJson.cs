using System.Text.Json;
using PitWall.Alerts.Twilio.Testing.Messages;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>The Message resource, its fields in the order of Twilio's answers. Source: twilio/twilio-oai, <c>api.v2010.account.message</c>.</summary>
internal static class MessageJson
{
    public static void Write(Utf8JsonWriter writer, SandboxMessage message)
    {
        var path = $"/2010-04-01/Accounts/{message.AccountSid}/Messages/{message.Sid}";
        writer.WriteStartObject();
        writer.WriteString("body", message.IsRedacted ? "" : message.Body);
        writer.WriteCount("num_segments", message.SegmentCount);
        writer.WriteString("direction", message.Direction.Wire());
        writer.WriteString("from", message.From);
        writer.WriteDate("date_updated", message.DateUpdated);
        writer.WritePrice("price", message.Price);
        writer.WriteString("error_message", message.ErrorMessage);
        writer.WriteString("uri", path + ".json");
        writer.WriteString("account_sid", message.AccountSid);
        writer.WriteCount("num_media", message.MediaUrls.Length);
        writer.WriteString("to", message.ObfuscatesAddress ? message.To[..Math.Max(0, message.To.Length - 4)] + "XXXX" : message.To);
        writer.WriteDate("date_created", message.DateCreated);
        writer.WriteString("status", message.Status.Wire());
        writer.WriteString("sid", message.Sid);
        writer.WriteDate("date_sent", message.DateSent);
        writer.WriteString("messaging_service_sid", message.MessagingServiceSid);
        if (message.ErrorCode is { } code) writer.WriteNumber("error_code", code);
        else writer.WriteNull("error_code");
        writer.WriteString("price_unit", "USD");
        writer.WriteString("api_version", "2010-04-01");
        writer.WriteStartObject("subresource_uris");
        writer.WriteString("media", path + "/Media.json");
        writer.WriteString("feedback", path + "/Feedback.json");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}

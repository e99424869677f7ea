using System.Text.Json;
using PitWall.Alerts.Twilio.Testing.Messages;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>A message as the page gets it.</summary>
internal static class MessageView
{
    public static void Write(Utf8JsonWriter json, SandboxMessage message)
    {
        var isInbound = message.Direction == SandboxDirection.Inbound;
        json.WriteStartObject();
        json.WriteString("sid", message.Sid);
        json.WriteNumber("number", message.Number);
        json.WriteString("phone", message.PhoneNumber);
        json.WriteString("other", isInbound ? message.To : message.From);
        json.WriteBoolean("inbound", isInbound);
        json.WriteBoolean("whatsapp", message.Channel == SandboxChannel.WhatsApp);
        json.WriteString("body", message.Body);
        json.WriteString("status", message.Status.Wire());
        json.WriteString("at", message.DateCreated);
        json.WriteNumber("segments", message.SegmentCount);
        json.WriteBoolean("gsm7", message.IsGsm7);
        json.WriteBoolean("arrived", message.HasReachedPhone);
        if (!isInbound && Severities.Of(message.Body) is { } severity) json.WriteString("severity", severity);
        if (message.Price is { } price) json.WriteNumber("price", price);
        if (message.ErrorCode is { } error) json.WriteNumber("error", error);
        if (message.ErrorMessage is { } reason) json.WriteString("reason", reason);
        if (message.ReachedPhoneAt - message.DateCreated is { } time) json.WriteNumber("seconds", Math.Round(time.TotalSeconds, 1));
        if (message.ContentSid is { } template) json.WriteString("template", template);
        if (message.IsAutomaticReply) json.WriteBoolean("automatic", true);
        if (message.MediaUrls.Length > 0) json.WriteNumber("media", message.MediaUrls.Length);
        json.WriteEndObject();
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Writes the fields that texts and WhatsApp messages share.</summary>
/// <remarks>Source of names and values: Twilio docs, Message resource, request parameters.</remarks>
internal static class MessageFields
{
    public static void AppendSender(FormBuffer form, string? from, string? messagingServiceSid)
    {
        if (messagingServiceSid is not null)
            form.Append("MessagingServiceSid"u8, messagingServiceSid);

        if (from is not null)
            form.Append("From"u8, from);
    }

    public static void AppendContent(
        FormBuffer form, string? body, IReadOnlyList<Uri> media, string? contentSid, IReadOnlyDictionary<string, string>? variables)
    {
        if (!string.IsNullOrEmpty(body))
            form.Append("Body"u8, body);

        for (var i = 0; i < media.Count; i++)
            form.Append("MediaUrl"u8, WebAddress.OnWire(media[i]));

        if (contentSid is null)
            return;

        form.Append("ContentSid"u8, contentSid);
        if (variables is { Count: > 0 })
            form.Append("ContentVariables"u8, Json(variables));
    }

    public static void AppendTiming(FormBuffer form, TimeSpan? validity, DateTimeOffset? sendAt)
    {
        if (validity is { } v)
            form.Append("ValidityPeriod"u8, (long)v.TotalSeconds);

        if (sendAt is not { } at)
            return;

        form.Append("ScheduleType"u8, "fixed");
        form.Append("SendAt"u8, at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    private static string Json(IReadOnlyDictionary<string, string> variables)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            foreach (var (name, value) in variables)
                json.WriteString(name, value);

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}

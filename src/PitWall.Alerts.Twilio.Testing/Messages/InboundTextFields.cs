using System.Globalization;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>What a host is told about a text from a phone. Source: Twilio docs, "Twilio's request to your webhook URL" (messaging).</summary>
internal static class InboundTextFields
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(SandboxMessage text, TwilioSandboxOptions options, string? keyword)
    {
        var isWhatsApp = text.Channel == SandboxChannel.WhatsApp;
        List<KeyValuePair<string, string>> fields =
        [
            new("SmsMessageSid", text.Sid),
            new("NumMedia", Count(text.MediaUrls.Length)),
            new("SmsSid", text.Sid),
            new("SmsStatus", "received"),
            new("Body", text.Body),
            new("To", text.To),
            new("NumSegments", Count(text.SegmentCount)),
            new("MessageSid", text.Sid),
            new("AccountSid", text.AccountSid),
            new("From", text.From!),
            new("ApiVersion", "2010-04-01"),
        ];
        for (var i = 0; i < text.MediaUrls.Length; i++)
        {
            fields.Add(new("MediaUrl" + Count(i), text.MediaUrls[i]));
            fields.Add(new("MediaContentType" + Count(i), MediaType(text.MediaUrls[i])));
        }

        if (isWhatsApp)
        {
            var number = text.PhoneNumber;
            fields.Add(new("ProfileName", number));
            fields.Add(new("WaId", number[1..]));
        }
        else
        {
            // The pool of the messaging service holds the account's first number.
            if (text.To == options.PhoneNumber) fields.Add(new("MessagingServiceSid", options.MessagingServiceSid));
            if (keyword is not null && options.HasAdvancedOptOut) fields.Add(new("OptOutType", keyword));
        }

        return fields;
    }

    /// <summary>By the ending of the address: nothing is fetched.</summary>
    private static string MediaType(string url) => Path.GetExtension(url).ToUpperInvariant() switch
    {
        ".PNG" => "image/png",
        ".GIF" => "image/gif",
        ".MP4" => "video/mp4",
        ".PDF" => "application/pdf",
        _ => "image/jpeg",
    };

    private static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);
}

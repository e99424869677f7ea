using System.Text;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>The verified fields of a webhook, by name.</summary>
internal sealed class WebhookFields(KeyValuePair<string, string>[] fields)
{
    public static WebhookFields None { get; } = new([]);

    /// <summary>The value of a field; <see langword="null"/> when it is missing, empty, or there are several that differ.</summary>
    /// <remarks>
    /// Nobody can say which of several is meant, and the signature, which is made over names and values without separators, leaves a
    /// forger who has seen a signed request some freedom to add one.
    /// </remarks>
    public string? this[string name]
    {
        get
        {
            string? found = null;
            foreach (var (key, value) in fields)
            {
                if (key != name)
                    continue;

                if (found is not null && found != value)
                    return null;

                found = value;
            }

            return string.IsNullOrEmpty(found) ? null : found;
        }
    }

    public ReadOnlySpan<KeyValuePair<string, string>> All => fields;

    /// <summary>The fields in the query of a URL.</summary>
    public static WebhookFields OfQuery(ReadOnlySpan<char> url)
    {
        url = TwilioSignatureUrl.WithoutFragment(url);
        var start = url.IndexOf('?');
        if (start < 0)
            return None;

        var query = url[(start + 1)..];
        return WebhookForm.TryParse(Encoding.UTF8.GetBytes(query.ToArray()), out var fields) ? new WebhookFields(fields) : None;
    }
}

using System.Net;
using System.Text;

namespace PitWall.Alerts.Twilio.Testing.Callbacks;

/// <summary>
/// Reads and writes <c>application/x-www-form-urlencoded</c> text, which is also that of a query. Repeated keys and their order are kept.
/// </summary>
/// <remarks>Source: WHATWG URL Standard, section 5.</remarks>
internal static class FormText
{
    public static IReadOnlyList<KeyValuePair<string, string>> Read(string text)
    {
        if (text.Length == 0) return [];

        var fields = new List<KeyValuePair<string, string>>();
        foreach (var range in text.AsSpan().Split('&'))
        {
            var pair = text[range];
            if (pair.Length == 0) continue;

            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            fields.Add(equals < 0
                ? new(WebUtility.UrlDecode(pair), "")
                : new(WebUtility.UrlDecode(pair[..equals]), WebUtility.UrlDecode(pair[(equals + 1)..])));
        }

        return fields;
    }

    public static string Write(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            if (text.Length > 0) text.Append('&');
            text.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return text.ToString();
    }
}

using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>
/// Reads <c>application/x-www-form-urlencoded</c> bytes, which are also those of a query. Order, repeated names and empty values are
/// kept: the signature is made over all of them.
/// </summary>
/// <remarks>Source: WHATWG URL Standard, section 5.1.</remarks>
internal static class WebhookForm
{
    public const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>
    /// Twilio sends about forty fields, and three for each of ten pictures. More would be an attack on the code that sorts them.
    /// </summary>
    private const int MaxFields = 256;

    /// <returns><see langword="false"/> when there are more fields than Twilio ever sends.</returns>
    public static bool TryParse(ReadOnlySpan<byte> form, [NotNullWhen(true)] out KeyValuePair<string, string>[]? fields)
    {
        fields = null;
        var count = form.IsEmpty ? 0 : form.Count((byte)'&') + 1;
        if (count > MaxFields)
            return false;

        var read = new List<KeyValuePair<string, string>>(count);
        var bytes = ArrayPool<byte>.Shared.Rent(form.Length);
        try
        {
            foreach (var range in form.Split((byte)'&'))
            {
                var pair = form[range];
                if (pair.IsEmpty)
                    continue;

                var equals = pair.IndexOf((byte)'=');
                read.Add(equals < 0
                    ? new(Decode(pair, bytes), string.Empty)
                    : new(Decode(pair[..equals], bytes), Decode(pair[(equals + 1)..], bytes)));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }

        fields = [.. read];
        return true;
    }

    /// <summary>Whether a <c>Content-Type</c> is that of a form, whatever its parameters.</summary>
    public static bool IsForm(string? contentType)
    {
        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        return (end < 0 ? type : type[..end]).Trim().Equals(MediaType, StringComparison.OrdinalIgnoreCase);
    }

    private static string Decode(ReadOnlySpan<byte> text, Span<byte> bytes)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            bytes[length++] = text[i] switch
            {
                (byte)'+' => (byte)' ',
                (byte)'%' when i + 2 < text.Length && IsHex(text[i + 1]) && IsHex(text[i + 2]) =>
                    (byte)((Hex(text[++i]) << 4) | Hex(text[++i])),
                var other => other,
            };
        }

        return Encoding.UTF8.GetString(bytes[..length]);
    }

    private static bool IsHex(byte c) => char.IsAsciiHexDigit((char)c);

    private static int Hex(byte c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

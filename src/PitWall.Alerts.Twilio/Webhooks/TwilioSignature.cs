using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>
/// The signature of a webhook: Base64 of HMAC-SHA1 over the URL followed by every form field's name and value, in order. It exists once, here: what checks
/// requests and what makes signed ones use the same code, and Twilio's published vectors keep both honest.
/// </summary>
/// <remarks>Source: Twilio docs, "Webhooks security"; equal pairs count once, as in Twilio's SDKs.</remarks>
internal static class TwilioSignature
{
    /// <summary>The name of the header that carries the signature.</summary>
    public const string HeaderName = "X-Twilio-Signature";

    /// <summary>Length of the Base64 text of 20 bytes.</summary>
    private const int TextLength = 28;

    /// <summary>Signs a request as Twilio would.</summary>
    /// <param name="url">The URL as it goes over the wire, without user information and fragment.</param>
    /// <param name="fields">The decoded form fields; none for a GET or a JSON body.</param>
    /// <param name="authToken">The token to sign with.</param>
    public static string Compute(ReadOnlySpan<char> url, ReadOnlySpan<KeyValuePair<string, string>> fields, string authToken)
    {
        var urlLength = Encoding.UTF8.GetByteCount(url);
        var content = new byte[urlLength + MaxLength(fields)];
        Encoding.UTF8.GetBytes(url, content);
        var length = urlLength + WriteFields(fields, content.AsSpan(urlLength));

        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), content.AsSpan(0, length), hash);
        return Convert.ToBase64String(hash);
    }

    /// <summary>Decodes a signature header; false when it is not the one canonical Base64 text of 20 bytes.</summary>
    public static bool TryDecode(ReadOnlySpan<char> signature, Span<byte> destination)
    {
        if (signature.Length != TextLength || !Convert.TryFromBase64Chars(signature, destination, out var written) || written != destination.Length)
            return false;

        // The last digit holds two bits that decoding ignores: four texts would stand for one signature.
        Span<char> canonical = stackalloc char[TextLength];
        return Convert.TryToBase64Chars(destination, canonical, out _) && signature.SequenceEqual(canonical);
    }

    /// <summary>Whether any form of the URL, signed with any of the tokens, has the given signature.</summary>
    public static bool Matches(TwilioSignatureUrl url, ReadOnlySpan<KeyValuePair<string, string>> fields, byte[][] tokens, ReadOnlySpan<byte> given)
    {
        var urlRoom = Encoding.UTF8.GetMaxByteCount(
            url.Scheme.Length + url.UserInfo.Length + url.Host.Length + Math.Max(url.Port.Length, url.OtherPort.Length) + url.Rest.Length);
        var room = urlRoom + MaxLength(fields);
        var rented = ArrayPool<byte>.Shared.Rent(room);
        var content = rented.AsSpan();

        try
        {
            var end = urlRoom + WriteFields(fields, content[urlRoom..]);
            if (MatchesAnyPort(url, url.UserInfo, content[..end], urlRoom, tokens, given)) return true;

            return !url.UserInfo.IsEmpty && MatchesAnyPort(url, default, content[..end], urlRoom, tokens, given);
        }
        finally
        {
            // The content holds the numbers and texts of people.
            content[..room].Clear();
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static bool MatchesAnyPort(
        TwilioSignatureUrl url, ReadOnlySpan<char> userInfo, Span<byte> content, int urlEnd, byte[][] tokens, ReadOnlySpan<byte> given) =>
        MatchesAnyToken(content[WriteUrlBefore(urlEnd, content, url, userInfo, url.Port)..], tokens, given)
        || MatchesAnyToken(content[WriteUrlBefore(urlEnd, content, url, userInfo, url.OtherPort)..], tokens, given);

    private static bool MatchesAnyToken(ReadOnlySpan<byte> content, byte[][] tokens, ReadOnlySpan<byte> given)
    {
        Span<byte> expected = stackalloc byte[HMACSHA1.HashSizeInBytes];
        foreach (var token in tokens)
        {
            HMACSHA1.HashData(token, content, expected);
            if (CryptographicOperations.FixedTimeEquals(expected, given)) return true;
        }

        return false;
    }

    /// <summary>Writes the URL so that it ends where the fields begin, which are written only once for all forms of the URL; returns where it starts.</summary>
    private static int WriteUrlBefore(int end, Span<byte> content, TwilioSignatureUrl url, ReadOnlySpan<char> userInfo, ReadOnlySpan<char> port)
    {
        var at = end;
        at = WriteBefore(at, content, url.Rest);
        at = WriteBefore(at, content, port);
        at = WriteBefore(at, content, url.Host);
        at = WriteBefore(at, content, userInfo);
        return WriteBefore(at, content, url.Scheme);
    }

    private static int WriteBefore(int end, Span<byte> content, ReadOnlySpan<char> text)
    {
        var start = end - Encoding.UTF8.GetByteCount(text);
        Encoding.UTF8.GetBytes(text, content[start..end]);
        return start;
    }

    private static int WriteFields(ReadOnlySpan<KeyValuePair<string, string>> fields, Span<byte> destination)
    {
        if (fields.IsEmpty) return 0;

        var sorted = ArrayPool<KeyValuePair<string, string>>.Shared.Rent(fields.Length);
        try
        {
            fields.CopyTo(sorted);
            var ordered = sorted.AsSpan(0, fields.Length);
            ordered.Sort(TwilioSignatureFieldOrder.Comparison);

            var written = 0;
            for (var i = 0; i < ordered.Length; i++)
            {
                var (name, value) = ordered[i];
                if (i > 0 && name == ordered[i - 1].Key && value == ordered[i - 1].Value) continue;

                written += Encoding.UTF8.GetBytes(name.AsSpan(), destination[written..]);
                written += Encoding.UTF8.GetBytes(value.AsSpan(), destination[written..]);
            }

            return written;
        }
        finally
        {
            sorted.AsSpan(0, fields.Length).Clear();
            ArrayPool<KeyValuePair<string, string>>.Shared.Return(sorted);
        }
    }

    private static int MaxLength(ReadOnlySpan<KeyValuePair<string, string>> fields)
    {
        var characters = 0;
        foreach (var (name, value) in fields) characters += name.AsSpan().Length + value.AsSpan().Length;
        return Encoding.UTF8.GetMaxByteCount(characters);
    }
}

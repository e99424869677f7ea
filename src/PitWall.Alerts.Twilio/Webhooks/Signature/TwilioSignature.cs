using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>
/// The signature of a webhook: Base64 of HMAC-SHA1 over the URL followed by every form field's name and value, in order. It exists once,
/// here: what checks requests and what makes signed ones use the same code, and Twilio's published vectors keep both honest.
/// </summary>
/// <remarks>Source: Twilio docs, "Webhooks security"; equal pairs count once, as in Twilio's SDKs.</remarks>
internal static class TwilioSignature
{
    /// <summary>The name of the header that carries the signature.</summary>
    public const string HeaderName = "X-Twilio-Signature";

    /// <summary>Length of the Base64 text of 20 bytes.</summary>
    private const int TextLength = 28;

    private const string LastDigits = "AEIMQUYcgkosw048";

    private static readonly SearchValues<char> Base64Digits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

    /// <summary>Signs a request as Twilio would.</summary>
    /// <param name="url">The URL as it goes over the wire, without user information and fragment.</param>
    /// <param name="fields">The decoded form fields; none for a GET or a JSON body.</param>
    /// <param name="authToken">The token to sign with.</param>
    public static string Compute(ReadOnlySpan<char> url, ReadOnlySpan<KeyValuePair<string, string>> fields, string authToken)
    {
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        Span<char> text = stackalloc char[TwilioSignedContent.UsualLength];
        Span<byte> bytes = stackalloc byte[TwilioSignedContent.UsualBytes];
        var content = new TwilioSignedContent(url.Length, fields, text, bytes);
        try
        {
            content.PutUrl(url);
            HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), content.Encode(), hash);
        }
        finally
        {
            content.Dispose();
        }

        return Convert.ToBase64String(hash);
    }

    /// <summary>Whether a text can be a signature: the one canonical Base64 text of 20 bytes, whose last digit has two bits to spare.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> signature) =>
        signature.Length == TextLength
        && signature[^1] == '='
        && LastDigits.AsSpan().Contains(signature[^2])
        && !signature[..^2].ContainsAnyExcept(Base64Digits);

    /// <summary>Whether any form of the URL, signed with any of the tokens, has the given signature, which must be well-formed.</summary>
    [SkipLocalsInit]
    public static TwilioSignatureVerdict Check(
        ReadOnlySpan<char> url, ReadOnlySpan<KeyValuePair<string, string>> fields, byte[][] tokens, ReadOnlySpan<char> signature)
    {
        url = TwilioSignatureUrl.WithoutFragment(url);
        Span<char> text = stackalloc char[TwilioSignedContent.UsualLength];
        Span<byte> bytes = stackalloc byte[TwilioSignedContent.UsualBytes];
        var content = new TwilioSignedContent(url.Length + TwilioSignatureUrl.MaxAddedLength, fields, text, bytes);
        try
        {
            content.PutUrl(url);
            if (IsSigned(content.Encode(), tokens, signature)) return TwilioSignatureVerdict.Valid;
            if (!TwilioSignatureUrl.TryParse(url, out var parts)) return TwilioSignatureVerdict.InvalidUrl;

            return IsSignedInAnotherForm(ref content, in parts, tokens, signature) ? TwilioSignatureVerdict.Valid : TwilioSignatureVerdict.Mismatch;
        }
        finally
        {
            content.Dispose();
        }
    }

    private static bool IsSignedInAnotherForm(
        ref TwilioSignedContent content, in TwilioSignatureUrl url, byte[][] tokens, scoped ReadOnlySpan<char> signature)
    {
        content.PutUrl(url.Scheme, url.UserInfo, url.Host, url.OtherPort, url.Rest);
        if (IsSigned(content.Encode(), tokens, signature)) return true;
        if (url.UserInfo.IsEmpty) return false;

        content.PutUrl(url.Scheme, default, url.Host, url.Port, url.Rest);
        if (IsSigned(content.Encode(), tokens, signature)) return true;

        content.PutUrl(url.Scheme, default, url.Host, url.OtherPort, url.Rest);
        return IsSigned(content.Encode(), tokens, signature);
    }

    private static bool IsSigned(ReadOnlySpan<byte> content, byte[][] tokens, scoped ReadOnlySpan<char> signature)
    {
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        Span<char> text = stackalloc char[TextLength];
        foreach (var token in tokens)
        {
            HMACSHA1.HashData(token, content, hash);
            Convert.TryToBase64Chars(hash, text, out _);
            if (AreEqual(text, signature)) return true;
        }

        return false;
    }

    /// <summary>
    /// Compares two signatures in constant time: every word is read and nothing branches on them. There is one text for a hash, so the
    /// texts are equal where the hashes are, and the one that was sent need not be decoded.
    /// <see cref="CryptographicOperations.FixedTimeEquals"/> does the same byte by byte, unoptimised on purpose, and takes more than a
    /// tenth of the time of the HMAC.
    /// </summary>
    private static bool AreEqual(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var leftWords = MemoryMarshal.Cast<char, ulong>(left);
        var rightWords = MemoryMarshal.Cast<char, ulong>(right);
        var difference = 0UL;
        for (var i = 0; i < TextLength * sizeof(char) / sizeof(ulong); i++) difference |= leftWords[i] ^ rightWords[i];
        return difference == 0;
    }
}

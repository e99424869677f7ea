using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio;

/// <summary>
/// Decides whether a webhook request really comes from Twilio, by its <c>X-Twilio-Signature</c> header. It needs no web framework: pass
/// it the URL, the decoded form fields or the raw body, and the header.
/// </summary>
/// <remarks>
/// <para>A missing or malformed header leads to a refusing verdict, never to an exception. The comparison takes constant time.</para>
/// <para>The URL is the one Twilio called, exactly as it was on the wire; behind a reverse proxy that is the public one. Twilio's
/// documentation and its SDKs disagree about when the port is part of what is signed, so the URL is tried as given, with the default port
/// added, with its port removed, and each of these without <c>user:password@</c>.</para>
/// <para>Instances are immutable and safe for concurrent use.</para>
/// <para>Source: Twilio docs, "Security" and "Webhooks security"; the rule for repeated keys from Twilio's own SDKs.</para>
/// </remarks>
public sealed class TwilioSignatureValidator
{
    private readonly byte[][] _tokens;

    /// <summary>Creates a validator for one auth token.</summary>
    /// <param name="authToken">The account's primary auth token. The secret of an API key does not sign webhooks. An empty token is
    /// ignored.</param>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="authToken"/> is null.</exception>
    public TwilioSignatureValidator(string authToken)
        : this([authToken ?? throw new ArgumentNullException(nameof(authToken))])
    {
    }

    /// <summary>
    /// Creates a validator that accepts any of several auth tokens, so that a token can be rotated without losing webhooks.
    /// </summary>
    /// <param name="authTokens">The tokens. Null or empty ones are ignored; if no other is left, every verdict is
    /// <see cref="TwilioSignatureVerdict.NoToken"/>.</param>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="authTokens"/> is null.</exception>
    public TwilioSignatureValidator(IEnumerable<string?> authTokens)
    {
        ArgumentNullException.ThrowIfNull(authTokens);

        _tokens = [.. authTokens.Where(static token => !string.IsNullOrEmpty(token)).Select(static token => Encoding.UTF8.GetBytes(token!))];
    }

    /// <summary>Checks a request that carries its parameters as a form (<c>application/x-www-form-urlencoded</c>).</summary>
    /// <param name="url">The exact public URL, query included.</param>
    /// <param name="fields">The decoded form fields in any order; a repeated key appears once for each of its values. Do not trim values
    /// or drop empty ones.</param>
    /// <param name="signature">The value of the <c>X-Twilio-Signature</c> header; empty when there was none.</param>
    /// <returns>The verdict; trust only <see cref="TwilioSignatureVerdict.Valid"/>.</returns>
    public TwilioSignatureVerdict ValidateForm(
        ReadOnlySpan<char> url, ReadOnlySpan<KeyValuePair<string, string>> fields, ReadOnlySpan<char> signature)
    {
        if (_tokens.Length == 0) return TwilioSignatureVerdict.NoToken;
        if (signature.IsWhiteSpace()) return TwilioSignatureVerdict.MissingSignature;

        if (!TwilioSignature.IsWellFormed(signature)) return TwilioSignatureVerdict.MalformedSignature;

        return TwilioSignature.Check(url, fields, _tokens, signature);
    }

    /// <summary>Checks a request whose parameters are all in its URL: a GET, or the handshake of a WebSocket.</summary>
    /// <param name="url">The exact public URL, query included.</param>
    /// <param name="signature">The value of the <c>X-Twilio-Signature</c> header; empty when there was none.</param>
    /// <returns>The verdict; trust only <see cref="TwilioSignatureVerdict.Valid"/>.</returns>
    public TwilioSignatureVerdict ValidateUrl(ReadOnlySpan<char> url, ReadOnlySpan<char> signature) => ValidateForm(url, [], signature);

    /// <summary>
    /// Checks a request whose body is not a form, such as JSON. Twilio signs only its URL, and the URL contains the SHA-256 of the body;
    /// both are checked here.
    /// </summary>
    /// <param name="url">The exact public URL, query included.</param>
    /// <param name="body">The raw bytes of the body, as they arrived.</param>
    /// <param name="signature">The value of the <c>X-Twilio-Signature</c> header; empty when there was none.</param>
    /// <returns>The verdict; trust only <see cref="TwilioSignatureVerdict.Valid"/>.</returns>
    public TwilioSignatureVerdict ValidateBody(ReadOnlySpan<char> url, ReadOnlySpan<byte> body, ReadOnlySpan<char> signature)
    {
        var verdict = ValidateForm(url, [], signature);
        if (verdict != TwilioSignatureVerdict.Valid) return verdict;

        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        var hash = TwilioSignatureUrl.BodyHash(url);
        if (hash.IsEmpty) return TwilioSignatureVerdict.MissingBodyHash;
        if (hash.Length != expected.Length * 2 || Convert.FromHexString(hash, expected, out _, out _) != OperationStatus.Done)
            return TwilioSignatureVerdict.BodyMismatch;

        Span<byte> actual = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, actual);
        return CryptographicOperations.FixedTimeEquals(actual, expected) ? TwilioSignatureVerdict.Valid : TwilioSignatureVerdict.BodyMismatch;
    }
}

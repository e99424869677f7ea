namespace PitWall.Alerts.Twilio;

/// <summary>
/// The result of <see cref="TwilioSignatureValidator"/>. Trust only <see cref="Valid"/>; the zero value is a refusal, so a verdict
/// that was never set refuses too.
/// </summary>
public enum TwilioSignatureVerdict
{
    /// <summary>The signature is well formed but does not match this request with any of the tokens.</summary>
    Mismatch = 0,

    /// <summary>The request was signed with one of the tokens.</summary>
    Valid = 1,

    /// <summary>There was no <c>X-Twilio-Signature</c> header, or it was empty.</summary>
    MissingSignature = 2,

    /// <summary>The header is not the Base64 text of 20 bytes.</summary>
    MalformedSignature = 3,

    /// <summary>The address is not an absolute <c>http</c>, <c>https</c>, <c>ws</c> or <c>wss</c> URL.</summary>
    InvalidUrl = 4,

    /// <summary>
    /// The request has a body that is not a form, but its URL contains no <c>bodySHA256</c>, so nothing vouches for the body.
    /// </summary>
    MissingBodyHash = 5,

    /// <summary>The URL is signed, but the body is not the one that its <c>bodySHA256</c> describes.</summary>
    BodyMismatch = 6,

    /// <summary>The validator has no token to check with.</summary>
    NoToken = 7,
}

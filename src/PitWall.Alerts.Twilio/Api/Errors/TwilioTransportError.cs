namespace PitWall.Alerts.Twilio;

/// <summary>Why there was no usable answer from Twilio.</summary>
public enum TwilioTransportError
{
    /// <summary>Something not listed here.</summary>
    Unknown = 0,

    /// <summary>The host name did not resolve. Nothing was sent.</summary>
    NameResolution = 1,

    /// <summary>No connection could be made. Nothing was sent.</summary>
    Connect = 2,

    /// <summary>The TLS handshake failed. Nothing was sent.</summary>
    Tls = 3,

    /// <summary>No answer arrived within the time-out of one attempt. The request may have been processed.</summary>
    Timeout = 4,

    /// <summary>The connection broke after the request was on its way. The request may have been processed.</summary>
    Reset = 5,

    /// <summary>The answer is not Twilio's: HTML, cut off, oversized, or of the wrong shape.</summary>
    InvalidAnswer = 6,
}

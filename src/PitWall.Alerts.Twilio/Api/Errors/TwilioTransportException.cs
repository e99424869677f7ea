using System.Net;

namespace PitWall.Alerts.Twilio;

/// <summary>
/// The exception thrown without a usable answer: no connection, a time-out, a reset, or an answer that is not Twilio's.
/// </summary>
public sealed class TwilioTransportException : TwilioAlertException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="error">
    /// What happened. If no connection was made, <see cref="TwilioAlertException.Acceptance"/> is
    /// <see cref="TwilioAcceptance.NotAccepted"/>, otherwise <see cref="TwilioAcceptance.Unknown"/>, unless it is set explicitly.
    /// </param>
    /// <param name="message">A sentence without personal data.</param>
    /// <param name="inner">The underlying exception.</param>
    /// <param name="statusCode">The HTTP status, if one was read before the answer broke off.</param>
    public TwilioTransportException(
        TwilioTransportError error, string message, Exception? inner = null, HttpStatusCode? statusCode = null)
        : base((inner as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown, message, inner, statusCode)
    {
        Error = error;
        Acceptance = error is TwilioTransportError.NameResolution or TwilioTransportError.Connect or TwilioTransportError.Tls
            ? TwilioAcceptance.NotAccepted
            : TwilioAcceptance.Unknown;
    }

    /// <summary>What happened to the connection or the answer.</summary>
    public TwilioTransportError Error { get; }

    /// <summary>Always <see langword="true"/>: the same request may get a connection later.</summary>
    public override bool IsTransient => true;

    internal override string ErrorType => Error switch
    {
        TwilioTransportError.NameResolution => "name_resolution",
        TwilioTransportError.Connect => "connect",
        TwilioTransportError.Tls => "tls",
        TwilioTransportError.Timeout => "timeout",
        TwilioTransportError.Reset => "reset",
        TwilioTransportError.InvalidAnswer => "invalid_answer",
        _ => "transport",
    };
}

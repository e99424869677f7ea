namespace PitWall.Alerts.Twilio;

/// <summary>There was no usable answer: no connection, a time-out, a reset, or an answer that is not Twilio's.</summary>
public sealed class TwilioTransportException : TwilioAlertException
{
    internal TwilioTransportException(
        TwilioTransportError error, string message, Exception? inner = null, System.Net.HttpStatusCode? statusCode = null)
        : base((inner as HttpRequestException)?.HttpRequestError ?? HttpRequestError.Unknown, message, inner, statusCode) =>
        Error = error;

    /// <summary>What happened to the connection or the answer.</summary>
    public TwilioTransportError Error { get; }

    /// <summary>Always <see langword="true"/>: the same request may find a connection later.</summary>
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

using System.Globalization;
using System.Net;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Turns what the HTTP stack throws into what a sender must know: what happened, and whether it may have been sent.</summary>
internal static class TransportFailure
{
    /// <param name="exception">What was thrown.</param>
    /// <param name="timedOut">Whether our own time for the attempt had run out.</param>
    /// <param name="bodyStarted">Whether the request's body began to leave.</param>
    public static TwilioTransportException From(Exception exception, bool timedOut, bool bodyStarted)
    {
        if (exception is TwilioTransportException known)
            return known;

        var error = Classify(exception, timedOut, bodyStarted);
        var sentence = error switch
        {
            TwilioTransportError.NameResolution => "The host name of Twilio's API did not resolve. Nothing was sent.",
            TwilioTransportError.Connect => "No connection to Twilio's API could be made. Nothing was sent.",
            TwilioTransportError.Tls => "The TLS handshake with Twilio's API failed. Nothing was sent.",
            TwilioTransportError.Timeout when bodyStarted => "Twilio did not answer in time. The request may have been processed.",
            TwilioTransportError.Timeout => "No connection to Twilio's API was made in time. Nothing was sent.",
            TwilioTransportError.InvalidAnswer => "What answered does not speak HTTP. The request may have been processed.",
            _ when bodyStarted => "The connection to Twilio broke before the answer. The request may have been processed.",
            _ => "The connection to Twilio broke before the request was sent.",
        };
        return new TwilioTransportException(error, sentence, exception)
        {
            Acceptance = bodyStarted ? TwilioAcceptance.Unknown : TwilioAcceptance.NotAccepted,
        };
    }

    public static TwilioTransportException CutAnswer(HttpStatusCode status, Exception inner) =>
        new(TwilioTransportError.InvalidAnswer, $"Twilio's answer (HTTP {Number(status)}) was cut off.", inner, status);

    public static TwilioTransportException Oversized(HttpStatusCode status, int limit) =>
        new(
            TwilioTransportError.InvalidAnswer,
            string.Create(CultureInfo.InvariantCulture, $"The answer (HTTP {Number(status)}) has more than {limit} bytes, so it is not Twilio's."),
            inner: null,
            status);

    public static TwilioTransportException Unreadable(HttpStatusCode status, Exception? inner = null) =>
        new(TwilioTransportError.InvalidAnswer, $"The answer (HTTP {Number(status)}) is not Twilio's JSON.", inner, status);

    private static TwilioTransportError Classify(Exception exception, bool timedOut, bool bodyStarted) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => TwilioTransportError.NameResolution,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => TwilioTransportError.Tls,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError } => TwilioTransportError.Connect,
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError } => TwilioTransportError.InvalidAnswer,
        OperationCanceledException when timedOut => TwilioTransportError.Timeout,
        OperationCanceledException when !bodyStarted => TwilioTransportError.Connect,
        OperationCanceledException => TwilioTransportError.Timeout,
        _ when timedOut => TwilioTransportError.Timeout,
        _ when bodyStarted => TwilioTransportError.Reset,
        _ => TwilioTransportError.Connect,
    };

    private static string Number(HttpStatusCode status) => ((int)status).ToString(CultureInfo.InvariantCulture);
}

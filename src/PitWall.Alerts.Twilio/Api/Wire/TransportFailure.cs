using System.Globalization;
using System.Net;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Turns what the HTTP stack throws into what a sender must know: what happened, and whether it may have been sent.</summary>
internal static class TransportFailure
{
    /// <param name="exception">What was thrown.</param>
    /// <param name="timedOut">Whether our own time for the attempt had run out.</param>
    /// <param name="mayHaveArrived">Whether the request's body began to leave; <see langword="null"/> where it has none.</param>
    public static TwilioTransportException From(Exception exception, bool timedOut, bool? mayHaveArrived)
    {
        if (exception is TwilioTransportException known)
            return known;

        var error = Classify(exception, timedOut, mayHaveArrived ?? true);
        var isBefore = error is TwilioTransportError.NameResolution or TwilioTransportError.Connect or TwilioTransportError.Tls;
        var nothingSent = mayHaveArrived is not { } started ? isBefore : !started;
        var what = error switch
        {
            TwilioTransportError.NameResolution => "The host name of Twilio's API did not resolve.",
            TwilioTransportError.Connect => "No connection to Twilio's API could be made.",
            TwilioTransportError.Tls => "The TLS handshake with Twilio's API failed.",
            TwilioTransportError.Timeout when nothingSent => "No connection to Twilio's API was made in time.",
            TwilioTransportError.Timeout => "Twilio's API did not answer in time.",
            TwilioTransportError.InvalidAnswer => "What answered does not speak HTTP.",
            TwilioTransportError.Reset => "The connection to Twilio's API broke before the answer.",
            _ => "A handler of the HTTP client failed.",
        };
        return new TwilioTransportException(error, what + (nothingSent ? " Nothing was sent." : " The request may have been processed."), exception)
        {
            Acceptance = nothingSent ? TwilioAcceptance.NotAccepted : TwilioAcceptance.Unknown,
        };
    }

    /// <param name="status">The status, which came before the body.</param>
    /// <param name="timedOut">Whether our own time for the attempt had run out.</param>
    /// <param name="inner">What was thrown.</param>
    public static TwilioTransportException CutAnswer(HttpStatusCode status, bool timedOut, Exception inner) => timedOut
        ? new(TwilioTransportError.Timeout, $"Twilio's answer (HTTP {Number(status)}) did not end in time.", inner, status)
        : new(TwilioTransportError.InvalidAnswer, $"Twilio's answer (HTTP {Number(status)}) was cut off.", inner, status);

    public static TwilioTransportException Oversized(HttpStatusCode status, int limit) =>
        new(
            TwilioTransportError.InvalidAnswer,
            string.Create(CultureInfo.InvariantCulture, $"The answer (HTTP {Number(status)}) has more than {limit} bytes, so it is not Twilio's."),
            inner: null,
            status);

    public static TwilioTransportException Unreadable(HttpStatusCode status, Exception? inner = null) =>
        new(TwilioTransportError.InvalidAnswer, $"The answer (HTTP {Number(status)}) is not Twilio's JSON.", inner, status);

    private static TwilioTransportError Classify(Exception exception, bool timedOut, bool mayHaveArrived) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => TwilioTransportError.NameResolution,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => TwilioTransportError.Tls,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError } => TwilioTransportError.Connect,
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError } => TwilioTransportError.InvalidAnswer,
        _ when timedOut => TwilioTransportError.Timeout,
        OperationCanceledException or TimeoutException => TwilioTransportError.Timeout,
        HttpRequestException or IOException => mayHaveArrived ? TwilioTransportError.Reset : TwilioTransportError.Connect,
        _ => TwilioTransportError.Unknown,
    };

    private static string Number(HttpStatusCode status) => ((int)status).ToString(CultureInfo.InvariantCulture);
}

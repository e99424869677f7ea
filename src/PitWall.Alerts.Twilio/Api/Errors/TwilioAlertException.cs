using System.Net;

namespace PitWall.Alerts.Twilio;

/// <summary>A request to Twilio that failed, after every retry that is safe to make.</summary>
/// <remarks>Never holds a secret, a message's text or a whole phone number.</remarks>
public abstract class TwilioAlertException : HttpRequestException
{
    private protected TwilioAlertException(
        HttpRequestError httpRequestError, string message, Exception? inner, HttpStatusCode? statusCode)
        : base(httpRequestError, message, inner, statusCode) =>
        Attempts = 1;

    /// <summary>Whether the same request may succeed later.</summary>
    public abstract bool IsTransient { get; }

    /// <summary>Whether the request may nevertheless have taken effect.</summary>
    public TwilioAcceptance Acceptance { get; init; }

    /// <summary>The number of attempts, at least 1; 0 if the request was refused before the first attempt.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The closed-set name of the failure for metrics: Twilio's code, else the HTTP status, else snake_case.</summary>
    internal abstract string ErrorType { get; }
}

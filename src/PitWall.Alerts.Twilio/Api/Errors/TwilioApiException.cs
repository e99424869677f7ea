using System.Globalization;
using System.Net;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio;

/// <summary>The exception thrown when Twilio answers a request with an error.</summary>
public sealed class TwilioApiException : TwilioAlertException
{
    /// <summary>
    /// Creates the exception, for your own <see cref="ITwilioAlertClient"/>. Code and status determine whether the error is
    /// transient and whether the request may have taken effect.
    /// </summary>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="errorCode">Twilio's code; <see langword="null"/> if the answer contained none.</param>
    /// <param name="message">
    /// A sentence without personal data; <see langword="null"/> for what the code means and what to do about it.
    /// </param>
    public TwilioApiException(HttpStatusCode statusCode, TwilioErrorCode? errorCode = null, string? message = null)
        : base(HttpRequestError.Unknown, message ?? ApiFailure.Sentence(statusCode, errorCode, theirs: null), inner: null, statusCode)
    {
        ErrorCode = errorCode;
        var verdict = AttemptClassifier.OfCreate(statusCode, errorCode);
        IsTransient = verdict is AttemptVerdict.Repeat or AttemptVerdict.Ambiguous
            || errorCode?.Retry is TwilioErrorRetry.Later or TwilioErrorRetry.NextDay;
        Acceptance = verdict == AttemptVerdict.Ambiguous ? TwilioAcceptance.Unknown : TwilioAcceptance.NotAccepted;
    }

    internal TwilioApiException(HttpStatusCode statusCode, TwilioErrorCode? errorCode, string message, bool isTransient)
        : base(HttpRequestError.Unknown, message, inner: null, statusCode)
    {
        ErrorCode = errorCode;
        IsTransient = isTransient;
    }

    /// <summary>The HTTP status of the answer.</summary>
    public new HttpStatusCode StatusCode => base.StatusCode!.Value;

    /// <summary>Twilio's code, which is more specific than the status; <see langword="null"/> if the answer contained none.</summary>
    public TwilioErrorCode? ErrorCode { get; }

    /// <summary>The page where Twilio explains the code, if the answer named one.</summary>
    public Uri? MoreInfo { get; init; }

    /// <summary>How long Twilio asked to wait (header <c>Retry-After</c>), if it did.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Twilio's id of the request (header <c>Twilio-Request-Id</c>), to quote to Twilio's support.</summary>
    public string? RequestId { get; init; }

    /// <inheritdoc/>
    public override bool IsTransient { get; }

    internal override string ErrorType =>
        ErrorCode is { } code
            ? code.Value.ToString(CultureInfo.InvariantCulture)
            : ((int)StatusCode).ToString(CultureInfo.InvariantCulture);
}

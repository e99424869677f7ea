using System.Globalization;
using System.Net;

namespace PitWall.Alerts.Twilio;

/// <summary>Twilio answered, and the answer was no.</summary>
public sealed class TwilioApiException : TwilioAlertException
{
    internal TwilioApiException(
        HttpStatusCode statusCode, TwilioErrorCode? errorCode, string message, bool isTransient)
        : base(HttpRequestError.Unknown, message, inner: null, statusCode)
    {
        ErrorCode = errorCode;
        IsTransient = isTransient;
    }

    /// <summary>The HTTP status of the answer.</summary>
    public new HttpStatusCode StatusCode => base.StatusCode!.Value;

    /// <summary>Twilio's code, which says more than the status; <see langword="null"/> where the answer held none.</summary>
    public TwilioErrorCode? ErrorCode { get; }

    /// <summary>The page where Twilio explains the code, where the answer named one.</summary>
    public Uri? MoreInfo { get; internal init; }

    /// <summary>How long Twilio asked to wait (header <c>Retry-After</c>), where it did.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>Twilio's id of the request (header <c>Twilio-Request-Id</c>), to quote to its support.</summary>
    public string? RequestId { get; internal init; }

    /// <inheritdoc/>
    public override bool IsTransient { get; }

    internal override string ErrorType =>
        ErrorCode is { } code
            ? code.Value.ToString(CultureInfo.InvariantCulture)
            : ((int)StatusCode).ToString(CultureInfo.InvariantCulture);
}

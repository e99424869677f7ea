using System.Net;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Reads an attempt's end: by Twilio's code, then by HTTP status, then by the phase the transport failed in.</summary>
/// <remarks>
/// Source: Twilio docs, API responses, and the pages of errors 20429, 20500 and 20503. A 429 was never processed; a 500 may
/// have been; for a 503 nothing is promised.
/// </remarks>
internal static class AttemptClassifier
{
    public static AttemptVerdict OfCreate(TwilioAlertException failure) => failure switch
    {
        TwilioApiException api => OfCreate(api.StatusCode, api.ErrorCode),
        { Acceptance: TwilioAcceptance.NotAccepted } => AttemptVerdict.Repeat,
        _ => AttemptVerdict.Ambiguous,
    };

    public static AttemptVerdict OfCreate(HttpStatusCode status, TwilioErrorCode? code)
    {
        if (code is { } known && OfCode(known) is { } verdict)
            return verdict;

        return status switch
        {
            HttpStatusCode.TooManyRequests => AttemptVerdict.Repeat,
            HttpStatusCode.Unauthorized => AttemptVerdict.Condemned,
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => AttemptVerdict.Ambiguous,
            _ => AttemptVerdict.Permanent,
        };
    }

    /// <summary>Whether a question, which changes nothing, may be asked again.</summary>
    public static bool MayAskAgain(TwilioAlertException failure) => failure switch
    {
        TwilioApiException api => OfCreate(api.StatusCode, api.ErrorCode) is AttemptVerdict.Repeat or AttemptVerdict.Ambiguous,
        TwilioTransportException transport => transport.Error != TwilioTransportError.InvalidAnswer || transport.StatusCode is not null,
        _ => false,
    };

    private static AttemptVerdict? OfCode(TwilioErrorCode code) => code.Value switch
    {
        20003 or 20005 or 90010 => AttemptVerdict.Condemned,
        _ => code.Retry switch
        {
            TwilioErrorRetry.Yes => AttemptVerdict.Repeat,
            TwilioErrorRetry.Careful => AttemptVerdict.Ambiguous,
            _ when !code.IsKnown => null,
            _ => AttemptVerdict.Permanent,
        },
    };
}

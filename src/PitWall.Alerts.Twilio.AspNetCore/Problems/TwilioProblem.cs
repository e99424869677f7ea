using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Maps a refusal by Twilio to HTTP: what the caller can fix is 4xx, what the host must fix is 502.</summary>
internal static class TwilioProblem
{
    /// <param name="e">What happened.</param>
    /// <param name="fields">How the request calls recipient, sender and text.</param>
    /// <param name="alertId">The alert's id, where it was one.</param>
    public static IResult Of(TwilioAlertException e, RequestFields fields, string? alertId = null)
    {
        var api = e as TwilioApiException;
        var status = Status(e, fields);
        return Problem.Of(
            new ProblemResponse
            {
                Title = Title(status),
                Status = status,
                Detail = e.Message,
                Errors = FieldOf(api, fields) is { } field ? new Dictionary<string, string[]> { [field] = [Meaning(api!)] } : null,
                TwilioCode = api?.ErrorCode?.Value,
                MoreInfo = api?.MoreInfo?.OriginalString ?? Page(api?.ErrorCode),
                Acceptance = WireNames.Of(e.Acceptance),
                RequestId = api?.RequestId,
                Id = alertId,
            },
            api?.RetryAfter);
    }

    private static int Status(TwilioAlertException e, RequestFields fields)
    {
        if (e is TwilioTransportException transport)
            return transport.Error == TwilioTransportError.Timeout ? StatusCodes.Status504GatewayTimeout : StatusCodes.Status502BadGateway;

        var api = (TwilioApiException)e;
        if (e.Acceptance == TwilioAcceptance.Unknown)
            return StatusCodes.Status502BadGateway;

        return api.ErrorCode?.Category switch
        {
            TwilioErrorCategory.Throttle => StatusCodes.Status429TooManyRequests,
            TwilioErrorCategory.Request when api.ErrorCode == TwilioErrorCode.NotFound => StatusCodes.Status404NotFound,
            TwilioErrorCategory.Request => StatusCodes.Status400BadRequest,
            TwilioErrorCategory.Sender when fields.HasSender => StatusCodes.Status422UnprocessableEntity,
            TwilioErrorCategory.Recipient or TwilioErrorCategory.OptOut or TwilioErrorCategory.Geography or TwilioErrorCategory.Content
                or TwilioErrorCategory.Template or TwilioErrorCategory.Window or TwilioErrorCategory.Policy or TwilioErrorCategory.State
                or TwilioErrorCategory.Expired => StatusCodes.Status422UnprocessableEntity,
            null => OfBareStatus((int)api.StatusCode),
            _ => StatusCodes.Status502BadGateway,
        };
    }

    private static int OfBareStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound or StatusCodes.Status429TooManyRequests => status,
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => StatusCodes.Status502BadGateway,
        >= 400 and < 500 => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status502BadGateway,
    };

    private static string Title(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request is not valid.",
        StatusCodes.Status404NotFound => "Twilio does not know it.",
        StatusCodes.Status422UnprocessableEntity => "Twilio cannot send this.",
        StatusCodes.Status429TooManyRequests => "Twilio received too many requests.",
        StatusCodes.Status504GatewayTimeout => "Twilio did not answer in time.",
        _ => "Twilio did not accept it.",
    };

    private static string? FieldOf(TwilioApiException? e, RequestFields fields) => e?.ErrorCode?.Category switch
    {
        TwilioErrorCategory.Recipient or TwilioErrorCategory.OptOut or TwilioErrorCategory.Geography => "to",
        TwilioErrorCategory.Sender when fields.HasSender => "from_number",
        TwilioErrorCategory.Content => fields.Text,
        TwilioErrorCategory.Template => "content_sid",
        _ => null,
    };

    private static string Meaning(TwilioApiException e) => e.ErrorCode is { IsKnown: true } code ? code.Meaning : "is refused by Twilio.";

    /// <summary>Source: Twilio docs, Error and Warning Dictionary; every code has a page of this address.</summary>
    private static string? Page(TwilioErrorCode? code) =>
        code is { } known ? string.Create(CultureInfo.InvariantCulture, $"https://www.twilio.com/docs/api/errors/{known.Value}") : null;
}

using Microsoft.AspNetCore.Http;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Turns what became of an alert into an answer. An alert that is held back on purpose is an answer, not an error.</summary>
internal static class AlertAnswer
{
    public static async Task<IResult> OfAsync(AlertResult result, ITwilioAlertClient client, HttpContext context)
    {
        switch (result.Outcome)
        {
            case AlertOutcome.Accepted:
                return Json(result, Sent.Of(result.Message, "The alert was accepted by Twilio.", context)
                    ?? Sent.Of(result.Call, "The call was accepted by Twilio.", context)!);

            case AlertOutcome.Pending:
                return Json(result, Bare(result, isSuccess: true, context), StatusCodes.Status202Accepted);

            case AlertOutcome.Suppressed when result.Reason == SuppressionReason.InvalidNumber:
                var errors = new FieldErrors();
                errors.Add("to", result.Detail ?? "is not a number to send to.");
                return Problem.Invalid(errors);

            case AlertOutcome.Suppressed:
                return Json(result, Bare(result, isSuccess: false, context));

            case AlertOutcome.NotConfigured:
                return Problem.NotConfigured(await MessageSending.MissingAsync(client).ConfigureAwait(false));

            default:
                return result.Error is { } error
                    ? TwilioProblem.Of(error, new RequestFields("alert_message", HasSender: false), result.AlertId)
                    : Failed(result);
        }
    }

    private static IResult Json(AlertResult result, SendResponse response, int statusCode = StatusCodes.Status200OK) => Results.Json(
        response with
        {
            Id = result.AlertId,
            Segments = result.Segments == 0 ? null : result.Segments,
            Attempts = result.Attempts == 0 ? null : result.Attempts,
            IsCut = result.IsCut,
            Warnings = result.Warnings.Count == 0 ? null : result.Warnings,
        },
        EndpointJson.Wire.SendResponse,
        statusCode: statusCode);

    /// <summary>An answer without a receipt; that of a duplicate names the message it would have repeated.</summary>
    private static SendResponse Bare(AlertResult result, bool isSuccess, HttpContext context) => new()
    {
        Success = isSuccess,
        Sid = result.Sid,
        Status = WireNames.Of(result.Outcome),
        To = result.Message?.To ?? result.Call?.To,
        From = result.Message?.From ?? result.Call?.From,
        Reason = WireNames.Of(result.Reason),
        Message = result.Detail ?? "It was held back.",
        Timestamp = EndpointMap.Now(context),
    };

    /// <summary>It failed on our side of Twilio: a formatter or client of the host's that threw.</summary>
    private static IResult Failed(AlertResult result) => Problem.Of(new ProblemResponse
    {
        Title = "The alert was not sent.",
        Status = StatusCodes.Status500InternalServerError,
        Detail = result.Detail,
        Acceptance = WireNames.Of(TwilioAcceptance.NotAccepted),
        Id = result.AlertId,
    });
}

using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary><c>GET /messages/{message_sid}/status</c></summary>
internal sealed class StatusEndpoint(EndpointMap map)
{
    private const string Example = """
        {
          "sid": "SM00000000000000000000000000000001",
          "status": "delivered",
          "to": "+16502530000",
          "from": "+15125550100",
          "error_code": null,
          "error_message": null,
          "segments": 1,
          "price": 0.0083,
          "price_unit": "USD",
          "date_created": "2026-03-01T14:00:00+00:00",
          "date_sent": "2026-03-01T14:00:01+00:00",
          "date_updated": "2026-03-01T14:00:02+00:00"
        }
        """;

    public void Map() => map.Get("/messages/{message_sid}/status", HandleAsync)
        .WithSummary("Ask Twilio what became of a message")
        .WithDescription("Asks Twilio each time. For an alert, GET /alerts/{id} has what webhooks and polling reported.")
        .Produces<MessageStatusResponse>()
        .Produces<ProblemResponse>(StatusCodes.Status400BadRequest, Problem.ContentType)
        .Produces<ProblemResponse>(StatusCodes.Status404NotFound, Problem.ContentType)
        .Produces<ProblemResponse>(StatusCodes.Status422UnprocessableEntity, Problem.ContentType)
        .Produces<ProblemResponse>(StatusCodes.Status429TooManyRequests, Problem.ContentType)
        .Produces<ProblemResponse>(StatusCodes.Status502BadGateway, Problem.ContentType)
        .Produces<ProblemResponse>(StatusCodes.Status503ServiceUnavailable, Problem.ContentType)
        .Produces<ProblemResponse>(StatusCodes.Status504GatewayTimeout, Problem.ContentType)
        .WithMetadata(new EndpointExample(null, Example));

    private async Task<IResult> HandleAsync(
        HttpContext context,
        [FromRoute(Name = "message_sid"), Description("The message SID: SM or MM and 32 hexadecimal digits.")] string messageSid)
    {
        var client = map.Account.Get<ITwilioAlertClient>(context.RequestServices);
        var fields = new RequestFields("message", HasSender: false);
        try
        {
            return await client.GetMessageStatusAsync(messageSid, context.RequestAborted).ConfigureAwait(false) is { } report
                ? Results.Json(Answer(report), EndpointJson.Wire.MessageStatusResponse)
                : Problem.NotConfigured(await MessageSending.MissingAsync(client).ConfigureAwait(false));
        }
        catch (ArgumentException e)
        {
            return ArgumentProblem.Of(e, fields);
        }
        catch (TwilioAlertException e)
        {
            return TwilioProblem.Of(e, fields);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }
    }

    private static MessageStatusResponse Answer(MessageStatusReport report) => new()
    {
        Sid = report.Sid,
        Status = report.StatusText,
        To = report.To,
        From = report.From,
        ErrorCode = report.ErrorCode?.Value,
        ErrorMessage = report.ErrorMessage,
        Segments = report.Segments,
        Price = report.Price,
        PriceUnit = report.PriceUnit,
        DateCreated = report.CreatedAt,
        DateSent = report.SentAt,
        DateUpdated = report.UpdatedAt,
    };
}

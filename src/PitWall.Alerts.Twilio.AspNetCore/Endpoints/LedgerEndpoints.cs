using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary><c>GET /alerts/{id}</c> and <c>GET /alerts</c>: what the ledger knows.</summary>
internal sealed class LedgerEndpoints(EndpointMap map)
{
    private const int ListedByDefault = 50;

    public void Map()
    {
        map.Get("/alerts/{id}", Find)
            .WithSummary("What became of an alert")
            .WithDescription("Answers from the ledger, without asking Twilio: each step with its time, and the reason if the alert was held back.")
            .Produces<AlertEntryResponse>()
            .Produces<ProblemResponse>(StatusCodes.Status404NotFound, Problem.ContentType)
            .WithMetadata(new EndpointExample(null, EndpointExamples.Entry));
        map.Get("/alerts", List)
            .WithSummary("The latest alerts")
            .WithDescription("Lists the latest alerts, newest first, and counts all alerts since the start by outcome and reason.")
            .Produces<AlertListResponse>()
            .Produces<ProblemResponse>(StatusCodes.Status400BadRequest, Problem.ContentType)
            .WithMetadata(new EndpointExample(
                null,
                $$"""{"alerts": [{{EndpointExamples.Entry}}], "raised": 12, "by_outcome": {"accepted": 11, "suppressed": 1}, "by_reason": {"duplicate": 1}, "segments": 11}"""));
    }

    private IResult Find(HttpContext context, [Description("The alert's id.")] string id) =>
        map.Account.Get<IAlertLedger>(context.RequestServices).Find(id) is { } entry
            ? Results.Json(Answer(entry), EndpointJson.Wire.AlertEntryResponse)
            : Problem.Unknown("There is no such alert, or it is no longer remembered.");

    private IResult List(HttpContext context, [FromQuery, Range(1, 10_000), Description("The maximum number of alerts. Default 50.")] int? limit)
    {
        if (limit is < 1)
        {
            var errors = new FieldErrors();
            errors.Add("limit", "must be 1 or more.");
            return Problem.Invalid(errors);
        }

        var ledger = map.Account.Get<IAlertLedger>(context.RequestServices);
        var summary = ledger.Summarize();
        return Results.Json(
            new AlertListResponse
            {
                Alerts = [.. ledger.Recent(Math.Min(limit ?? ListedByDefault, map.Options.MaxListed)).Select(Answer)],
                Raised = summary.Raised,
                ByOutcome = summary.ByOutcome.ToDictionary(static pair => WireNames.Of(pair.Key), static pair => pair.Value),
                ByReason = summary.ByReason.ToDictionary(static pair => WireNames.Of(pair.Key)!, static pair => pair.Value),
                Segments = summary.Segments,
            },
            EndpointJson.Wire.AlertListResponse);
    }

    private static AlertEntryResponse Answer(AlertEntry entry) => new()
    {
        Id = entry.Id,
        Kind = WireNames.Of(entry.Kind),
        AlertType = entry.Type.Length == 0 ? null : entry.Type,
        Severity = WireNames.Of(entry.Severity),
        Channel = WireNames.Of(entry.Channel),
        To = entry.Recipient.HasValue ? entry.Recipient.ToRedactedString() : null,
        Topic = entry.Topic,
        Outcome = WireNames.Of(entry.Outcome),
        Reason = WireNames.Of(entry.Reason),
        Detail = entry.Detail,
        Sid = entry.Sid,
        Status = entry.Channel == AlertChannel.Voice ? WireNames.Of(entry.CallStatus) : WireNames.Of(entry.MessageStatus),
        TwilioCode = entry.ErrorCode?.Value,
        Segments = entry.Segments,
        Attempts = entry.Attempts,
        Price = entry.Price,
        PriceUnit = entry.PriceUnit,
        Times = entry.Times.ToDictionary(static pair => WireNames.Of(pair.Key), static pair => pair.Value),
    };
}

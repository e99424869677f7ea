using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary><c>POST /alerts/...</c>: alerts under the whole policy of <see cref="IPitWallAlerts"/>.</summary>
internal sealed class AlertEndpoints(EndpointMap map)
{
    private const string SmsExample =
        """{"to": "+16502530000", "alert_type": "tire_wear", "alert_message": "Critical tire wear: 15% remaining. Pit window: Laps 15-17", "severity": "high"}""";

    private const string StrategyExample =
        """{"to": "+16502530000", "alert_type": "pit_stop", "alert_message": "Box this lap", "severity": "high", "channel": "whatsapp", "valid_for_seconds": 90, "topic": "car-13/pit-stop"}""";

    private const string CoachingExample =
        """{"to": "+16502530000", "alert_type": "braking_technique", "alert_message": "Consider releasing brakes 0.1s later", "priority": "medium", "category": "braking"}""";

    private const string CriticalExample =
        """{"to": "+16502530000", "alert_message": "Full course yellow", "channel": "voice"}""";

    private const string BatchExample =
        """{"to": "+16502530000", "alerts": [{"alert_type": "gap_analysis", "alert_message": "P2 is 1.2s behind"}, {"kind": "coaching", "alert_type": "consistency", "alert_message": "Last 5 laps spread 1.9s"}]}""";

    public void Map()
    {
        Post("/alerts/sms", EndpointJson.Body<AlertSmsRequest>(), AlertReading.Read, SmsExample)
            .WithSummary("Send a strategy alert by text")
            .WithDescription("Applies the whole policy of alerts: deduplication, limits, validity, priority. The text takes one segment, unless the options say otherwise.");
        Post("/alerts/strategy", EndpointJson.Body<StrategyAlertRequest>(), AlertReading.Read, StrategyExample)
            .WithSummary("Send a strategy alert")
            .WithDescription("Sends a decision of the strategist on any channel, under the whole policy of alerts.");
        Post("/alerts/coaching", EndpointJson.Body<CoachingAlertRequest>(), AlertReading.Read, CoachingExample)
            .WithSummary("Send a coaching alert")
            .WithDescription("Sends advice to the driver on any channel, under the whole policy of alerts.");
        Post("/alerts/critical", EndpointJson.Body<CriticalAlertRequest>(), AlertReading.Read, CriticalExample)
            .WithSummary("Send a critical alert")
            .WithDescription("Sends an alert on any channel before all others that wait. With the channel voice it is a call, never a text.");
        Post("/alerts/batch", EndpointJson.Body<BatchAlertRequest>(), AlertReading.Read, BatchExample)
            .WithSummary("Send several alerts in one message")
            .WithDescription("Sends up to 50 alerts as one numbered message, the most urgent first.");
    }

    private RouteHandlerBuilder Post<TRequest>(
        string route, JsonTypeInfo<TRequest> type, Func<TRequest, FieldErrors, AlertOrder?> read, string example)
        where TRequest : AlertRequest =>
        map.Post<TRequest>(route, context => HandleAsync(context, type, read))
            .Produces<SendResponse>()
            .Produces<SendResponse>(StatusCodes.Status202Accepted)
            .Produces<ProblemResponse>(StatusCodes.Status500InternalServerError, Problem.ContentType)
            .WithMetadata(new EndpointExample(example, EndpointExamples.AlertSent));

    private async Task<IResult> HandleAsync<TRequest>(
        HttpContext context, JsonTypeInfo<TRequest> type, Func<TRequest, FieldErrors, AlertOrder?> read)
        where TRequest : AlertRequest
    {
        var (request, problem) = await JsonBody.ReadAsync(context.Request, type, map.Options.MaxBodyBytes).ConfigureAwait(false);
        if (request is null)
            return problem!;

        var errors = new FieldErrors();
        if (request is ICompleteRequest complete)
            errors.Refuse(string.Empty, complete, type);

        if (read(request, errors) is not { } order || errors.Any)
            return Problem.Invalid(errors);

        var alerts = map.Account.Get<IPitWallAlerts>(context.RequestServices);
        AlertResult result;
        try
        {
            // A caller who has gone no longer wants the alert: what still waits is withdrawn, what has left is completed.
            result = await order.SendAsync(alerts, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }

        var client = map.Account.Get<ITwilioAlertClient>(context.RequestServices);
        return await AlertAnswer.OfAsync(result, client, context).ConfigureAwait(false);
    }
}

using Microsoft.AspNetCore.Http;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Sends by the thin client and turns whatever comes of it into an answer.</summary>
internal static class MessageSending
{
    /// <param name="map">The mapping.</param>
    /// <param name="context">The request.</param>
    /// <param name="fields">How the request calls recipient, sender and text.</param>
    /// <param name="send">Sends; <see langword="null"/> means that there is no sender.</param>
    public static async Task<IResult> RunAsync(
        EndpointMap map, HttpContext context, RequestFields fields, Func<ITwilioAlertClient, Task<SendResponse?>> send)
    {
        var client = map.Account.Get<ITwilioAlertClient>(context.RequestServices);
        try
        {
            return await send(client).ConfigureAwait(false) is { } sent
                ? Results.Json(sent, EndpointJson.Wire.SendResponse)
                : Problem.NotConfigured(await MissingAsync(client).ConfigureAwait(false));
        }
        catch (ArgumentException e)
        {
            return ArgumentProblem.Of(e, fields);
        }
        catch (AlertSuppressedException e)
        {
            return Results.Json(
                new SendResponse
                {
                    Success = false,
                    Status = WireNames.Of(AlertOutcome.Suppressed),
                    Reason = WireNames.Of(e.Reason),
                    Message = e.Message,
                    Timestamp = EndpointMap.Now(context),
                },
                EndpointJson.Wire.SendResponse);
        }
        catch (TwilioAlertException e)
        {
            map.LogFailure(e);
            return TwilioProblem.Of(e, fields);
        }
    }

    /// <summary>Without credentials this makes no request.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(ITwilioAlertClient client) =>
        client.IsConfigured ? [] : (await client.CheckHealthAsync().ConfigureAwait(false)).Missing;
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary><c>POST /sms/send</c></summary>
internal sealed class SmsEndpoint(EndpointMap map)
{
    private const string Example = """{"to": "+16502530000", "message": "Box this lap"}""";

    public void Map() => map.Post<SmsSendRequest>("/sms/send", HandleAsync)
        .WithSummary("Send a text message")
        .WithDescription("Sends a text as it is. Allow lists, rehearsal, opt-outs and the budget apply; the policy of alerts (deduplication, limits, validity, priority) does not.")
        .Produces<SendResponse>()
        .WithMetadata(new EndpointExample(Example, EndpointExamples.Sent));

    private async Task<IResult> HandleAsync(HttpContext context)
    {
        var (request, problem) = await JsonBody
            .ReadAsync(context.Request, EndpointJson.Wire.SmsSendRequest, map.Options.MaxBodyBytes)
            .ConfigureAwait(false);
        if (request is null)
            return problem!;

        var errors = new FieldErrors();
        errors.Require("to", request.To, Lengths.Address);
        errors.Require("message", request.Message, Lengths.Message);
        errors.Limit("from_number", request.FromNumber, Lengths.Address);
        var callback = errors.Address("status_callback", request.StatusCallback);
        var method = errors.OneOf<CallbackMethod?>(
            "status_callback_method", request.StatusCallbackMethod, null, ("POST", CallbackMethod.Post), ("GET", CallbackMethod.Get));
        if (errors.Any)
            return Problem.Invalid(errors);

        var message = new SmsMessage
        {
            To = request.To,
            Body = request.Message,
            From = NullIfEmpty(request.FromNumber),
            StatusCallback = callback,
            StatusCallbackMethod = callback is null ? null : method,
        };
        var fields = new RequestFields("message", message.From is not null);

        // A requested send is completed whether or not the caller waits: half a send is the one thing that cannot be repaired.
        return await MessageSending.RunAsync(
            map, context, fields, async client => Sent.Of(await client.SendSmsAsync(message).ConfigureAwait(false), "The text was accepted by Twilio.", context))
            .ConfigureAwait(false);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

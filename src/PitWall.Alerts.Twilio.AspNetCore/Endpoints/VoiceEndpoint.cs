using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary><c>POST /voice/call</c></summary>
internal sealed class VoiceEndpoint(EndpointMap map)
{
    private const string Example = """{"to": "+16502530000", "message": "Full course yellow"}""";

    public void Map() => map.Post<VoiceCallRequest>("/voice/call", HandleAsync)
        .WithSummary("Place a call")
        .WithDescription("Calls a number and speaks the message, or follows the instructions (TwiML) at an address.")
        .Produces<SendResponse>()
        .WithMetadata(new EndpointExample(Example, EndpointExamples.Sent.Replace("\"SM", "\"CA", StringComparison.Ordinal)));

    private async Task<IResult> HandleAsync(HttpContext context)
    {
        var (request, problem) = await JsonBody
            .ReadAsync(context.Request, EndpointJson.Wire.VoiceCallRequest, map.Options.MaxBodyBytes)
            .ConfigureAwait(false);
        if (request is null)
            return problem!;

        var errors = new FieldErrors();
        errors.Require("to", request.To, Lengths.Address);
        var url = errors.Address("url", request.Url);
        if (string.IsNullOrEmpty(request.Url))
            errors.Require("message", request.Message, Lengths.Message);

        errors.Limit("from_number", request.FromNumber, Lengths.Address);
        var callback = errors.Address("status_callback", request.StatusCallback);
        if (errors.Any)
            return Problem.Invalid(errors);

        var call = new VoiceCall
        {
            To = request.To,
            Message = url is null ? request.Message : null,
            Url = url,
            From = string.IsNullOrWhiteSpace(request.FromNumber) ? null : request.FromNumber,
            StatusCallback = callback,
            Record = request.Record,
        };
        var fields = new RequestFields("message", call.From is not null);
        return await MessageSending.RunAsync(
            map, context, fields, async client => Sent.Of(await client.PlaceCallAsync(call).ConfigureAwait(false), "The call was accepted by Twilio.", context))
            .ConfigureAwait(false);
    }
}

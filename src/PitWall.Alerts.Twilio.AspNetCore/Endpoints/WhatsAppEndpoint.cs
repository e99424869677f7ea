using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary><c>POST /whatsapp/send</c></summary>
internal sealed class WhatsAppEndpoint(EndpointMap map)
{
    private const string Example = """{"to": "+16502530000", "message": "Box this lap"}""";

    public void Map() => map.Post<WhatsAppSendRequest>("/whatsapp/send", HandleAsync)
        .WithSummary("Send a WhatsApp message")
        .WithDescription("Sends free text, which reaches people who wrote within 24 hours, or an approved template.")
        .Produces<SendResponse>()
        .WithMetadata(new EndpointExample(Example, EndpointExamples.Sent));

    private async Task<IResult> HandleAsync(HttpContext context)
    {
        var (request, problem) = await JsonBody
            .ReadAsync(context.Request, EndpointJson.Wire.WhatsAppSendRequest, map.Options.MaxBodyBytes)
            .ConfigureAwait(false);
        if (request is null)
            return problem!;

        var errors = new FieldErrors();
        errors.Require("to", request.To, Lengths.Address);
        if (string.IsNullOrEmpty(request.ContentSid))
            errors.Require("message", request.Message, Lengths.Message);

        errors.Limit("content_sid", request.ContentSid, Lengths.Name);
        errors.Limit("from_number", request.FromNumber, Lengths.Address);
        Check(errors, request.ContentVariables);
        var callback = errors.Address("status_callback", request.StatusCallback);
        if (errors.Any)
            return Problem.Invalid(errors);

        var message = new WhatsAppMessage
        {
            To = request.To,
            Body = NullIfEmpty(request.Message),
            ContentSid = NullIfEmpty(request.ContentSid),
            ContentVariables = request.ContentVariables,
            From = NullIfEmpty(request.FromNumber),
            StatusCallback = callback,
        };
        var fields = new RequestFields("message", message.From is not null);
        return await MessageSending.RunAsync(
            map, context, fields, async client => Sent.Of(await client.SendWhatsAppAsync(message).ConfigureAwait(false), "The WhatsApp message was accepted by Twilio.", context))
            .ConfigureAwait(false);
    }

    private static void Check(FieldErrors errors, IReadOnlyDictionary<string, string>? variables)
    {
        if (variables is null)
            return;

        if (variables.Count > Lengths.Variables)
            errors.Add("content_variables", FormattableString.Invariant($"has {variables.Count} variables; at most {Lengths.Variables} are taken."));

        foreach (var (name, value) in variables)
        {
            if (name.Length > Lengths.Name || value is null || value.Length > Lengths.Message)
                errors.Add("content_variables", "holds a variable that is null or too long.");
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

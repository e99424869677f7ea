using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>
/// Takes <c>POST /phones/{action}</c> with a JSON body, from the page's own origin only, and answers with 204, or with <c>{"error": "why not"}</c>: 400 for a body that
/// does not fit, 403 for another origin or host, 404 for what does not exist, 409 for what cannot be done now, 415 for another type.
/// </summary>
internal sealed class PageActions(PageModel model)
{
    // A text has at most 1,600 characters, each at most six bytes in JSON.
    private const int MaxBody = 16 * 1024;

    private readonly PagePerson _person = new(model);

    public async Task HandleAsync(HttpContext context, string action)
    {
        PageAssets.Protect(context.Response.Headers);
        var (status, error) = await TryHandleAsync(context, action).ConfigureAwait(false);
        context.Response.StatusCode = status;
        if (error is null) return;

        context.Response.ContentType = "application/json; charset=utf-8";
        using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("error", error);
        json.WriteEndObject();
    }

    private async Task<(int Status, string? Error)> TryHandleAsync(HttpContext context, string action)
    {
        if (!PageGuard.MayAct(context.Request)) return (StatusCodes.Status403Forbidden, "Only the page itself may do this, on a loopback address.");
        if (!PageGuard.IsJson(context.Request)) return (StatusCodes.Status415UnsupportedMediaType, "The body must be application/json.");

        try
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MaxBody;
            var request = await JsonSerializer.DeserializeAsync(context.Request.Body, PageActionJson.Default.PageAction, context.RequestAborted).ConfigureAwait(false);
            if (request is null) return (StatusCodes.Status400BadRequest, "The body is empty.");

            var isKnown = await _person.TryDoAsync(action, request, context.RequestAborted).ConfigureAwait(false);
            if (!isKnown) return (StatusCodes.Status404NotFound, "There is no such action, phone, call or fault.");

            model.Changed();
            return (StatusCodes.Status204NoContent, null);
        }
        catch (JsonException)
        {
            return (StatusCodes.Status400BadRequest, "The body is not the JSON of an action.");
        }
        catch (ArgumentException e)
        {
            return (StatusCodes.Status400BadRequest, e.Message);
        }
        catch (BadHttpRequestException e)
        {
            return (e.StatusCode, "The body is too large.");
        }
        catch (Exception e) when (e is SandboxExpectationException or TimeoutException)
        {
            return (StatusCodes.Status409Conflict, e.Message);
        }
    }
}

using Microsoft.AspNetCore.Http;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>
/// The page's side of the server: <c>GET /</c> is the page, <c>GET /phones/events</c> its stream of server-sent events, <c>GET /phones/{part}</c> its parts, and
/// <c>POST /phones/{action}</c> what a person does with it.
/// </summary>
internal sealed class PageHandler(PageModel model)
{
    private static readonly PathString Root = "/phones";

    private readonly PageActions _actions = new(model);
    private readonly PageStream _stream = new(model);

    public static bool Owns(PathString path) => path == "/" || path.StartsWithSegments(Root);

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var part = request.Path.StartsWithSegments(Root, out var rest) ? rest.Value?.Trim('/') : null;
        try
        {
            if (HttpMethods.IsPost(request.Method)) await _actions.HandleAsync(context, part ?? "").ConfigureAwait(false);
            else if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            else if (!PageGuard.MayRead(request)) context.Response.StatusCode = StatusCodes.Status403Forbidden;
            else if (part == "events" && HttpMethods.IsGet(request.Method)) await _stream.WriteAsync(context).ConfigureAwait(false);
            else await PageAssets.WriteAsync(context, string.IsNullOrEmpty(part) ? "page.html" : part).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the sandbox is stopping.
        }
        catch (IOException)
        {
            // The same, seen from the socket.
        }
    }
}

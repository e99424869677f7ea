using System.Buffers;
using System.Net.Sockets;
using System.Text;

namespace PitWall.Alerts.Twilio.Testing.Callbacks;

/// <summary>One HTTP request to the host, and what became of it in the words of Twilio's debugger.</summary>
internal sealed class WebhookTransport : IDisposable
{
    private static readonly HttpRequestOptionsKey<TimeSpan> ConnectTimeoutKey = new("pitwall.connect-timeout");

    // Source: Twilio docs, error 11750: at most 64 kB of TwiML. One byte more is read to notice.
    private const int MaxBody = 65537;

    // A host that does not answer must not use up the machine's sockets.
    private const int MaxConnections = 256;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxConnectionsPerServer = MaxConnections,
        ActivityHeadersPropagator = null,
        ConnectCallback = ConnectAsync,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Sends a request; the location is where it was redirected to, if it was.</summary>
    public async Task<(WebhookAnswer Answer, Uri? Location)> SendAsync(
        HttpRequestMessage request, ConnectionOverrides overrides, CancellationToken cancellationToken)
    {
        request.Options.Set(ConnectTimeoutKey, overrides.ConnectTimeout);
        using var read = new CancellationTokenSource(overrides.ReadTimeout);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(read.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            var body = await ReadAsync(response.Content, limit.Token).ConfigureAwait(false);
            if (status is >= 300 and < 400 && response.Headers.Location is { } location) return (new(status, null, "", null, null), location);

            return status < 400
                ? (new(status, response.Content.Headers.ContentType?.MediaType, body, null, null), null)
                : (new(status, response.Content.Headers.ContentType?.MediaType, body, 11200, "The host answered " + status + "."), null);
        }
        catch (OperationCanceledException)
        {
            return (WebhookAnswer.Failed(11200, "No answer in time."), null);
        }
        catch (ObjectDisposedException)
        {
            return (WebhookAnswer.Failed(11200, "The sandbox has stopped."), null);
        }
        catch (HttpRequestException e)
        {
            return (Failure(e), null);
        }
        catch (IOException e)
        {
            return (WebhookAnswer.Failed(11206, e.Message), null);
        }
    }

    public void Dispose() => _http.Dispose();

    private static WebhookAnswer Failure(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => WebhookAnswer.Failed(11210, "The host's name is not known."),
        HttpRequestError.SecureConnectionError => WebhookAnswer.Failed(11220, "The TLS handshake failed."),
        HttpRequestError.ConnectionError => WebhookAnswer.Failed(11205, "No connection to the host."),
        _ => WebhookAnswer.Failed(11206, e.Message),
    };

    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength == 0) return "";

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var body = ArrayPool<byte>.Shared.Rent(MaxBody);
            try
            {
                var length = await stream
                    .ReadAtLeastAsync(body.AsMemory(0, MaxBody), MaxBody, throwOnEndOfStream: false, cancellationToken)
                    .ConfigureAwait(false);
                return Encoding.UTF8.GetString(body, 0, length);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(body);
            }
        }
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var timeout = context.InitialRequestMessage.Options.TryGetValue(ConnectTimeoutKey, out var asked) ? asked : Timeout.InfiniteTimeSpan;
        using var connect = new CancellationTokenSource(timeout);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(connect.Token, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, limit.Token).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (connect.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

using System.Buffers;
using System.Globalization;
using System.Net;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Makes exactly one HTTP request and reads its answer, or says in which phase that failed.</summary>
internal sealed class TwilioTransport(IHttpClientFactory clients, string clientName, TimeProvider clock)
{
    /// <summary>No answer we ask for comes near this; a page of 100 messages has about 100 kB.</summary>
    private const int MaxAnswerBytes = 4 * 1024 * 1024;

    private const int InitialBufferBytes = 4096;

    private static readonly string UserAgent = string.Create(
        CultureInfo.InvariantCulture,
        $"PitWall.Alerts.Twilio/{typeof(TwilioTransport).Assembly.GetName().Version!.ToString(3)} .NET/{Environment.Version}");

    /// <exception cref="TwilioTransportException">Thrown when there is no answer.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<TwilioAnswer> SendAsync(
        TwilioConnection connection, HttpMethod method, Uri uri, FormContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, uri) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", connection.Authorization);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);

        using var attempt = new CancellationTokenSource(connection.Options.Transmit.AttemptTimeout, clock);
        using var link = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), attempt);

        try
        {
            using var client = clients.CreateClient(clientName);
            using var response = await client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, attempt.Token)
                .ConfigureAwait(false);
            return await ReadAsync(response, attempt.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A handler of the host's may throw anything, and the request may have left all the same.
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportFailure.From(e, timedOut: attempt.IsCancellationRequested, bodyStarted: content?.HasStarted ?? true);
        }
    }

    private async Task<TwilioAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(InitialBufferBytes);
        var length = 0;
        var handedOver = false;
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (true)
                {
                    if (length == buffer.Length)
                        buffer = Grow(buffer, response.StatusCode);

                    var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                    if (read == 0)
                        break;

                    length += read;
                }
            }

            handedOver = true;
            return Answer(response, buffer, length);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The status is known although the body is not: a cut 201 was accepted all the same, and a cut 429 was refused.
            if (!response.IsSuccessStatusCode)
                return Answer(response, [], 0);

            throw e is TwilioTransportException ? e : TransportFailure.CutAnswer(response.StatusCode, e);
        }
        finally
        {
            if (!handedOver)
                ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private TwilioAnswer Answer(HttpResponseMessage response, byte[] buffer, int length)
    {
        var date = response.Headers.Date;
        return new TwilioAnswer(buffer, length)
        {
            StatusCode = response.StatusCode,
            RequestId = Header(response, "Twilio-Request-Id"),
            RetryAfter = RetryAfter.Parse(Header(response, "Retry-After"), date ?? clock.GetUtcNow()),
            Date = date,
        };
    }

    private static byte[] Grow(byte[] buffer, HttpStatusCode status)
    {
        if (buffer.Length >= MaxAnswerBytes)
            throw TransportFailure.Oversized(status, MaxAnswerBytes);

        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger.AsSpan());
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static string? Header(HttpResponseMessage response, string name)
    {
        if (!response.Headers.NonValidated.TryGetValues(name, out var values))
            return null;

        foreach (var value in values)
            return value;

        return null;
    }
}

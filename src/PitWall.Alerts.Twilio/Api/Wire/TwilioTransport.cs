using System.Globalization;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Makes exactly one HTTP request and reads its answer, or says in which phase that failed.</summary>
internal sealed class TwilioTransport(IHttpClientFactory clients, string clientName, TimeProvider clock)
{
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
            return await ReadAsync(response, attempt.Token, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A host's own handler may throw anything at all, and a sender must still learn whether its request left.
        catch (Exception e)
#pragma warning restore CA1031
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportFailure.From(e, timedOut: attempt.IsCancellationRequested, mayHaveArrived: content?.HasStarted);
        }
    }

    private async Task<TwilioAnswer> ReadAsync(
        HttpResponseMessage response, CancellationToken attemptToken, CancellationToken callerToken)
    {
        var body = new AnswerBuffer();
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(attemptToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
                await body.FillAsync(stream, response.StatusCode, attemptToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever cuts an answer short, its status is known.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // A refusal needs no body to be one. A cut "created" was taken all the same, and whoever reads it must know both.
            body.Clear();
            if (response.IsSuccessStatusCode || callerToken.IsCancellationRequested)
            {
                body.Dispose();
                throw e as TwilioTransportException ?? TransportFailure.CutAnswer(response.StatusCode, attemptToken.IsCancellationRequested, e);
            }
        }

        var date = response.Headers.Date;
        return new TwilioAnswer(body)
        {
            StatusCode = response.StatusCode,
            RequestId = Header(response, "Twilio-Request-Id"),
            RetryAfter = RetryAfter.Parse(Header(response, "Retry-After"), date ?? clock.GetUtcNow()),
            Date = date,
        };
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

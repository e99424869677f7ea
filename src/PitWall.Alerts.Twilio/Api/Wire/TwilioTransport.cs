using System.Globalization;
using System.Runtime.CompilerServices;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Makes exactly one HTTP request and reads its answer, or says in which phase that failed.</summary>
internal sealed class TwilioTransport(IHttpMessageHandlerFactory handlers, string clientName, TimeProvider clock)
{
    private static readonly string UserAgent = string.Create(
        CultureInfo.InvariantCulture,
        $"PitWall.Alerts.Twilio/{typeof(TwilioTransport).Assembly.GetName().Version!.ToString(3)} .NET/{Environment.Version}");

    private readonly AttemptTimeouts _timeouts = new(clock);
    private volatile Wire? _wire;

    /// <exception cref="TwilioTransportException">Thrown when there is no answer.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TwilioAnswer> SendAsync(
        TwilioConnection connection, HttpMethod method, Uri uri, FormContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, uri) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", connection.Authorization);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);

        var attempt = _timeouts.Rent(connection.Options.Transmit.AttemptTimeout);
        using var link = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), attempt);
        try
        {
            // Not an HttpClient: its own time-out and default headers are of no use here and cost a linked token a request.
            using var response = await Invoker().SendAsync(request, attempt.Token).ConfigureAwait(false);
            var answer = await ReadAsync(response, attempt.Token, cancellationToken).ConfigureAwait(false);
            link.Dispose();
            _timeouts.Return(attempt);
            return answer;
        }
#pragma warning disable CA1031 // A host's own handler may throw anything at all, and a sender must still learn whether its request left.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // The code that failed may still hold its token, so it is not reused. The link goes first: it must not cancel what is
            // disposed.
            link.Dispose();
            var timedOut = attempt.IsCancellationRequested;
            attempt.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportFailure.From(e, timedOut, mayHaveArrived: content?.HasStarted);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<TwilioAnswer> ReadAsync(
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

        var date = Header(response, "Date");
        return new TwilioAnswer(body)
        {
            StatusCode = response.StatusCode,
            RequestId = Header(response, "Twilio-Request-Id"),
            RetryAfter = Header(response, "Retry-After") is { } after ? RetryAfter.Parse(after, WireValues.Date(date) ?? clock.GetUtcNow()) : null,
            DateText = date,
        };
    }

    /// <summary>The factory's handler, in an invoker that is made anew only when the factory has renewed it.</summary>
    private HttpMessageInvoker Invoker()
    {
        var handler = handlers.CreateHandler(clientName);
        var wire = _wire;
        if (wire is null || !ReferenceEquals(wire.Handler, handler))
            _wire = wire = new Wire(handler, new HttpMessageInvoker(handler, disposeHandler: false));

        return wire.Invoker;
    }

    private static string? Header(HttpResponseMessage response, string name)
    {
        if (!response.Headers.NonValidated.TryGetValues(name, out var values))
            return null;

        foreach (var value in values)
            return value;

        return null;
    }

    private sealed record Wire(HttpMessageHandler Handler, HttpMessageInvoker Invoker);
}

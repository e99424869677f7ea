namespace RaceReplay.Clock;

/// <summary>Counts the requests of an HTTP client on a <see cref="Wire"/>, each until its whole answer is here.</summary>
internal sealed class WireHandler(Wire wire) : DelegatingHandler
{
    private const long MaxAnswerBytes = 16 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        wire.Enter();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, cancellationToken);
            return response;
        }
        finally
        {
            wire.Leave();
        }
    }
}

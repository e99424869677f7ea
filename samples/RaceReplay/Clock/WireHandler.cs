namespace RaceReplay.Clock;

/// <summary>Counts the requests of an HTTP client on a <see cref="Wire"/>, each until its answer has been read.</summary>
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
            response.Content = new WireContent(await response.Content.ReadAsByteArrayAsync(cancellationToken), response.Content, wire);
            return response;
        }
        catch
        {
            wire.Leave();
            throw;
        }
    }
}

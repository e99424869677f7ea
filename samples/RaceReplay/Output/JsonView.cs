using RaceReplay.Sending;

namespace RaceReplay.Output;

/// <summary>Prints the summary as JSON at the end, and nothing else.</summary>
internal sealed class JsonView(TextWriter output) : IReplayView
{
    public Task RunAsync(ReplayTitle title, Func<Task> replay) => replay();

    public void Decided(SentAlert sent)
    {
    }

    public void Noted(string sentence)
    {
    }

    public void Moved(ReplayProgress progress)
    {
    }

    public void End(ReplaySummary summary, IReadOnlyList<string> phones) => output.WriteLine(ReplaySummaryJson.Write(summary));
}

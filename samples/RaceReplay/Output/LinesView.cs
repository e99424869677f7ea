using RaceReplay.Sending;

namespace RaceReplay.Output;

/// <summary>Prints a line for each alert: for pipes, files and build logs.</summary>
internal sealed class LinesView(TextWriter output) : IReplayView
{
    public Task RunAsync(ReplayTitle title, Func<Task> replay)
    {
        output.WriteLine($"{title.Race}: {title.Laps} laps of {title.Cars} cars. Looking after car {title.Car}. {title.Route}");
        return replay();
    }

    public void Decided(SentAlert sent) =>
        output.WriteLine($"{SentAlertText.Moment(sent),11}  {sent.Name,-17} {SentAlertText.Outcome(sent),-10}  {sent.Alert.Message} ({SentAlertText.Detail(sent)})");

    public void Noted(string sentence) => output.WriteLine($"{string.Empty,11}  {sentence}");

    public void Moved(ReplayProgress progress)
    {
    }

    public void End(ReplaySummary summary, IReadOnlyList<string> phones)
    {
        foreach (var line in SummaryText.Lines(summary, phones))
            output.WriteLine(line);
    }
}

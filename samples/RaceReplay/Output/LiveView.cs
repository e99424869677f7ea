using System.Diagnostics;
using System.Globalization;
using PitWall.Alerts.Twilio;
using RaceReplay.Export;
using RaceReplay.Sending;
using Spectre.Console;

namespace RaceReplay.Output;

/// <summary>A table of the last alerts and a bar that follows the race, for terminals.</summary>
internal sealed class LiveView(IAnsiConsole console, ReplayFigures figures) : IReplayView
{
    private const int ShownAlerts = 14;
    private const int BarWidth = 40;

    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(60);

    private readonly Lock _lock = new();
    private readonly Queue<SentAlert> _latest = new();
    private ReplayTitle _title = new(string.Empty, 0, 0, string.Empty, string.Empty);
    private ReplayProgress _progress;
    private string _note = string.Empty;
    private LiveDisplayContext? _display;
    private long _drawn;

    public Task RunAsync(ReplayTitle title, Func<Task> replay)
    {
        _title = title;
        return console.Live(Draw()).AutoClear(false).StartAsync(async display =>
        {
            _display = display;
            await replay();
            Show(always: true);
        });
    }

    public void Decided(SentAlert sent)
    {
        lock (_lock)
        {
            _latest.Enqueue(sent);
            if (_latest.Count > ShownAlerts)
                _latest.Dequeue();
            Show();
        }
    }

    public void Noted(string sentence)
    {
        lock (_lock)
        {
            _note = sentence;
            Show(always: true);
        }
    }

    public void Moved(ReplayProgress progress)
    {
        lock (_lock)
        {
            _progress = progress;
            Show();
        }
    }

    public void End(ReplaySummary summary, IReadOnlyList<string> phones)
    {
        foreach (var line in SummaryText.Lines(summary, phones))
            console.WriteLine(line);
    }

    private void Show(bool always = false)
    {
        if (!always && Stopwatch.GetElapsedTime(_drawn) < Redraw)
            return;

        lock (_lock)
        {
            _drawn = Stopwatch.GetTimestamp();
            _display?.UpdateTarget(Draw());
        }
    }

    private Rows Draw()
    {
        var table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape($"{_title.Race}, car {_title.Car}")).Expand();
        table.AddColumns("Race", "Alert", "Message", "Outcome");
        foreach (var sent in _latest)
            table.AddRow(new Text(SentAlertText.Moment(sent)), new Text(sent.Name), new Text(sent.Alert.Message), new Text($"{SentAlertText.Outcome(sent)}: {SentAlertText.Detail(sent)}", Colour(sent)));
        return new Rows(table, Bar(), new Text(_title.Route), new Text(_note));
    }

    private Markup Bar()
    {
        var share = _title.Laps == 0 ? 0 : (double)_progress.Laps / _title.Laps;
        var done = (int)Math.Round(share * BarWidth);
        return new Markup(string.Create(
            CultureInfo.InvariantCulture,
            $"[green]{new string('━', done)}[/][grey]{new string('━', BarWidth - done)}[/] {share:0%}  {RaceTimeText.Format(_progress.Elapsed)}  laps {_progress.Laps}/{_title.Laps}  raised {figures.Raised}  accepted {figures.Accepted}  suppressed {figures.Suppressed}  failed {figures.Failed}  unknown {figures.Unknown}"));
    }

    private static Style Colour(SentAlert sent) => sent.Result.Outcome switch
    {
        AlertOutcome.Accepted => new Style(Color.Green),
        AlertOutcome.Suppressed => new Style(Color.Yellow),
        _ => new Style(Color.Red),
    };
}

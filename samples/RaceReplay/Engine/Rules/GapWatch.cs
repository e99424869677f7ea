using PitWall.Alerts.Twilio;

namespace RaceReplay.Engine.Rules;

/// <summary>
/// Follows one neighbour. It speaks when the neighbour comes within a second, when it will do so soon at the rate of the last laps, and every few laps while
/// it stays there.
/// </summary>
internal sealed class GapWatch(string side)
{
    private const int TrendLaps = 3;
    private const int QuietLaps = 5;
    private const int SoonLaps = 5;

    private static readonly TimeSpan Close = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeastClosing = TimeSpan.FromSeconds(0.15);

    private readonly Queue<TimeSpan> _gaps = new();
    private string? _car;
    private bool _wasClose;
    private int _lastCall = int.MinValue / 2;

    public void Forget()
    {
        _car = null;
        _gaps.Clear();
        _wasClose = false;
    }

    public Alert? Look(RaceState race, string car, TimeSpan gap, OwnLap lap)
    {
        if (car != _car)
            Forget();
        _car = car;
        _gaps.Enqueue(gap);
        if (_gaps.Count > TrendLaps + 1)
            _gaps.Dequeue();

        // How much the gap shrinks a lap, over the laps at hand.
        var closing = _gaps.Count > 1 ? (_gaps.Peek() - gap) / (_gaps.Count - 1) : TimeSpan.Zero;
        var isClose = gap <= Close;
        var isNew = isClose && !_wasClose;
        var isSoon = !isClose && _gaps.Count > TrendLaps && closing >= LeastClosing && gap - Close <= closing * SoonLaps;
        _wasClose = isClose;
        if (lap.Number - _lastCall < (isNew ? 2 : QuietLaps) || !(isClose || isSoon))
            return null;

        _lastCall = lap.Number;
        var trend = closing >= LeastClosing ? $", closing {Say.Seconds(closing)} a lap" : string.Empty;
        return new StrategyAlert(
            StrategyAlertType.GapAnalysis, $"Car {car} is {Say.Seconds(gap)} {side}{trend}. P{lap.Position}, lap {lap.Number}", isClose ? AlertSeverity.Medium : AlertSeverity.Low)
        {
            Topic = Topics.Of(race, $"gap-{side}"),

            // At the next crossing there is a newer gap.
            ValidFor = lap.Lap.Time,
        };
    }
}

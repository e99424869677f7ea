using System.Globalization;
using PitWall.Alerts.Twilio;
using RaceReplay.Output;
using RaceReplay.Sending;

namespace RaceReplay.Replay;

/// <summary>Coaching alerts raised all at once in one lap, a critical alert shortly after them, and who went first.</summary>
/// <param name="size">How many coaching alerts.</param>
/// <param name="figures">Knows how many wait.</param>
/// <param name="created">Everything Twilio took, in the order of its requests.</param>
internal sealed class Storm(int size, ReplayFigures figures, Func<IReadOnlyList<string>> created)
{
    /// <summary>From the coaching alerts to the critical one: some have left by then, and the others wait.</summary>
    private static readonly TimeSpan UntilCritical = TimeSpan.FromSeconds(5);

    private CriticalAlert? _critical;
    private string? _criticalSid;
    private int _queued;
    private int _createdBefore;

    /// <summary>When the critical alert is raised; <see langword="null"/> before the storm and after that.</summary>
    public TimeSpan? CriticalDue { get; private set; }

    public bool HasBroken { get; private set; }

    /// <summary>What is about to happen, in a sentence.</summary>
    public string Announcement => string.Create(
        CultureInfo.InvariantCulture, $"storm: {size} coaching alerts at once, and {UntilCritical.TotalSeconds:0} s of the race later a critical one");

    /// <summary>The coaching alerts. From now on the critical one is due.</summary>
    public IEnumerable<Alert> Break(string car, int lap, DateTimeOffset now, TimeSpan elapsed)
    {
        HasBroken = true;
        CriticalDue = elapsed + UntilCritical;
        return Enumerable.Range(1, size).Select(i => new CoachingAlert(
            CoachingAlertType.Consistency,
            string.Create(CultureInfo.InvariantCulture, $"Car {car} L{lap}: note {i} of {size}"),
            AlertSeverity.Low)
        { RaisedAt = now });
    }

    /// <summary>The critical alert. What waits now, it should overtake.</summary>
    public Alert Strike(string car, DateTimeOffset now)
    {
        CriticalDue = null;
        (_queued, _createdBefore) = (figures.Waiting, created().Count);
        return _critical = new CriticalAlert($"Car {car}: puncture, box now") { RaisedAt = now };
    }

    /// <summary>What became of an alert.</summary>
    /// <returns>What it says about the storm, in a sentence, where it does.</returns>
    public string? Decided(SentAlert sent)
    {
        if (!ReferenceEquals(sent.Alert, _critical))
            return null;

        _criticalSid = sent.Result.Sid;
        return Summary() is { } summary ? $"storm: {summary}" : null;
    }

    /// <summary>What it showed; <see langword="null"/> when the critical alert was never raised.</summary>
    public StormSummary? Summary()
    {
        if (_critical is null)
            return null;

        var place = _criticalSid is { } sid ? created().ToList().IndexOf(sid) : -1;
        return new StormSummary(size, _queued, place < 0 ? null : place - _createdBefore);
    }
}

using RaceReplay.Sending;

namespace RaceReplay.Output;

/// <summary>Shows a replay while it runs. Decisions come from any thread, one at a time.</summary>
internal interface IReplayView
{
    /// <summary>Runs the replay inside the view.</summary>
    Task RunAsync(ReplayTitle title, Func<Task> replay);

    /// <summary>What became of an alert.</summary>
    void Decided(SentAlert sent);

    /// <summary>Something worth a sentence.</summary>
    void Noted(string sentence);

    /// <summary>How far the race is.</summary>
    void Moved(ReplayProgress progress);

    void End(ReplaySummary summary, IReadOnlyList<string> phones);
}

using System.Diagnostics;

namespace PhonesScene;

/// <summary>The machine's clock, moved to a race afternoon; the race jumps from scene to scene.</summary>
internal sealed class RaceTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 6, 14, 13, 31, 40, TimeSpan.Zero);

    private readonly long _started = Stopwatch.GetTimestamp();
    private TimeSpan _jumped;

    public override DateTimeOffset GetUtcNow() => Start + Stopwatch.GetElapsedTime(_started) + _jumped;

    public void Jump(int seconds) => _jumped += TimeSpan.FromSeconds(seconds);
}

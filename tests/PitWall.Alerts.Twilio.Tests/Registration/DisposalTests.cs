using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.Tests.Registration;

public class DisposalTests
{
    [Fact]
    public async Task Dispose_AfterSending_LeavesNoTimer()
    {
        var clock = new WatchedClock();
        await using var sandbox = await TwilioSandbox.StartAsync();
        var provider = Bound.Provider(s => s
            .AddSingleton<TimeProvider>(clock)
            .UseTransportClock(clock)
            .AddPitWallTwilio(sandbox.Configure));
        await provider.GetRequiredService<IPitWallAlerts>().SendCriticalAlertAsync(new CriticalAlert("Box"), RawHost.Phone);
        clock.Made.Should().BePositive();

        await provider.DisposeAsync();

        await clock.WaitForAllClosedAsync();
    }

    /// <summary>The real clock, which knows who made the timers that are still open.</summary>
    private sealed class WatchedClock : TimeProvider
    {
        private readonly ConcurrentDictionary<Timer, string> _open = new();
        private readonly SemaphoreSlim _closed = new(0);
        private int _made;

        public int Made => Volatile.Read(ref _made);

        /// <summary>A wait that has ended may close its timer a moment after its result is there.</summary>
        public async Task WaitForAllClosedAsync()
        {
            while (!_open.IsEmpty)
                (await _closed.WaitAsync(TimeSpan.FromSeconds(30))).Should().BeTrue($"all timers are closed, and this one is not: {string.Join('\n', _open.Values)}");
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Increment(ref _made);
            var timer = new Timer(this, System.CreateTimer(callback, state, dueTime, period));
            _open[timer] = new StackTrace(fNeedFileInfo: false).ToString();
            return timer;
        }

        private sealed class Timer(WatchedClock owner, ITimer inner) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(dueTime, period);

            public void Dispose()
            {
                inner.Dispose();
                if (owner._open.TryRemove(this, out _))
                    owner._closed.Release();
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}

using PitWall.Alerts.Twilio.Testing.Clock;
using PitWall.Alerts.Twilio.Testing.Phones;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>Starts calls and knows whose turn it is.</summary>
internal sealed class CallEngine(
    TwilioSandboxOptions options, CallStore store, CallReporter reporter, TwimlPlayer player, PhoneHabits habits, Scheduler scheduler)
{
    // Source: Twilio support, "Rate limits": one call a second for an account; more are queued, not refused.
    private static readonly TimeSpan CallInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private DateTimeOffset _freeAt;

    /// <summary>Places a call. Without delays and with inline instructions it may be over when this returns.</summary>
    public void Place(CallEntry entry)
    {
        var turn = Join();
        entry.Call.QueueTime = turn;
        store.Add(entry);
        _ = WatchAsync(entry, Session(entry).RunOutboundAsync(turn));
    }

    /// <summary>Takes a call from a phone.</summary>
    public void Receive(CallEntry entry)
    {
        store.Add(entry);
        _ = WatchAsync(entry, Session(entry).RunInboundAsync());
    }

    /// <summary>Ends a call by the API: one that is on is completed, one that is not is cancelled.</summary>
    public void End(CallEntry entry)
    {
        var status = entry.Call.Status == SandboxCallStatus.InProgress ? SandboxCallStatus.Completed : SandboxCallStatus.Canceled;
        reporter.Move(entry, status, SandboxHangup.Api);
        entry.Call.Line.HangUp(SandboxHangup.Api);
    }

    /// <summary>Ends every call, as when the sandbox stops.</summary>
    public void HangUpAll()
    {
        foreach (var call in store.All()) call.Line.HangUp(SandboxHangup.SandboxStopped);
    }

    /// <summary>A mistake of the sandbox's own must not leave a call that rings for ever.</summary>
    private async Task WatchAsync(CallEntry entry, Task session)
    {
        try
        {
            await session.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            entry.Call.Complain(0, "The sandbox failed: " + e);
            reporter.Move(entry, SandboxCallStatus.Failed);
        }
    }

    private CallSession Session(CallEntry entry) => new(entry, habits.Answering(entry.Call.PhoneNumber), options, reporter, player, scheduler);

    private TimeSpan Join()
    {
        if (!options.QueuesMessages) return TimeSpan.Zero;

        var now = scheduler.Now;
        lock (_gate)
        {
            var turn = _freeAt > now ? _freeAt : now;
            _freeAt = turn + CallInterval;
            return turn - now;
        }
    }
}

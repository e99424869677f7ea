using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Testing.Clock;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>Moves calls from status to status and tells the host. Source: Twilio docs, Call resource, StatusCallbackEvent.</summary>
internal sealed class CallReporter(CallStore store, Scheduler scheduler, CallbackDispatcher callbacks)
{
    public bool Move(CallEntry entry, SandboxCallStatus status, SandboxHangup hangup = SandboxHangup.None)
    {
        using var change = callbacks.BeginChange();
        var wasQueued = entry.Call.Status == SandboxCallStatus.Queued;
        if (!entry.Call.TryMove(status, scheduler.Now, hangup)) return false;

        store.Changed(entry);
        // A call that is cancelled before it was dialled is not reported at all.
        if (!(wasQueued && status == SandboxCallStatus.Canceled)) Report(entry, Event(status), status.Wire());
        return true;
    }

    /// <summary>Reports that dialling has begun, which is no status of the resource.</summary>
    public void ReportInitiated(CallEntry entry) => Report(entry, "initiated", "initiated");

    public void ReportMachineDetection(CallEntry entry)
    {
        if (entry.AsyncAmdCallback is not { } url) return;

        KeyValuePair<string, string>[] fields =
        [
            new("CallSid", entry.Call.Sid),
            new("AccountSid", entry.Call.AccountSid),
            new("AnsweredBy", entry.Call.AnsweredBy ?? "unknown"),
            new("MachineDetectionDuration", "0"),
        ];
        callbacks.Enqueue(entry.Reports, callbacks.NewWebhook(url, entry.AsyncAmdMethod, fields));
    }

    private static string Event(SandboxCallStatus status) => status switch
    {
        SandboxCallStatus.Ringing => "ringing",
        SandboxCallStatus.InProgress => "answered",
        _ => "completed",
    };

    private void Report(CallEntry entry, string @event, string status)
    {
        if (entry.StatusCallback is not { Length: > 0 } url || !entry.StatusCallbackEvents.Contains(@event)) return;

        var fields = CallCallback.Fields(entry.Call, status, entry.NextSequence(), scheduler.Now);
        callbacks.Enqueue(entry.Reports, callbacks.NewWebhook(url, entry.StatusCallbackMethod, fields));
    }
}

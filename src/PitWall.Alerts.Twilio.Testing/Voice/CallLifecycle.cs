using System.Xml;
using System.Xml.Linq;
using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Testing.Lifecycle;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>Leads a call from its creation to its end, and reports each step to the host. Source: Twilio docs, Call resource.</summary>
internal sealed class CallLifecycle(TwilioSandboxOptions options, CallStore store, Scheduler scheduler, CallbackDispatcher callbacks)
{
    public void Start(CallEntry entry) => After(options.Pace.Dial, entry, Ring);

    private void Ring(CallEntry entry)
    {
        Report(entry, "initiated", "initiated");
        if (Move(entry, SandboxCallStatus.Ringing, "ringing")) After(options.Pace.Answer, entry, Answer);
    }

    private void Answer(CallEntry entry)
    {
        if (!Move(entry, SandboxCallStatus.InProgress, "answered")) return;

        foreach (var sentence in Sentences(entry.Twiml)) entry.Call.Speak(sentence);
        Move(entry, SandboxCallStatus.Completed, "completed");
    }

    private static IEnumerable<string> Sentences(string? twiml)
    {
        if (twiml is null) return [];

        try
        {
            return [.. XDocument.Parse(twiml).Descendants("Say").Select(static say => say.Value.Trim())];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private bool Move(CallEntry entry, SandboxCallStatus status, string @event)
    {
        if (!entry.Call.TryMove(status, scheduler.Now)) return false;

        store.Changed(entry);
        Report(entry, @event, status.Wire());
        return true;
    }

    private void Report(CallEntry entry, string @event, string status)
    {
        if (entry.StatusCallback is not { } url || !entry.StatusCallbackEvents.Contains(@event)) return;

        var fields = CallCallback.Fields(entry.Call, status, entry.NextSequence(), scheduler.Now);
        callbacks.Enqueue(entry.Callbacks, callbacks.NewWebhook(url, entry.StatusCallbackMethod, fields));
    }

    private void After(TimeSpan delay, CallEntry entry, Action<CallEntry> step) => entry.Next = scheduler.Schedule(delay, () => step(entry));
}

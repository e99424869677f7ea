using PitWall.Alerts.Twilio.Testing.Account;
using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Testing.Storage;

namespace PitWall.Alerts.Twilio.Testing.Lifecycle;

/// <summary>Leads a message from its creation to the phone, and reports each step to the host.</summary>
/// <remarks>Source: Twilio docs, "Outbound message status in status callbacks". The status that a create request answers with is not reported.</remarks>
internal sealed class MessageLifecycle(
    TwilioSandboxOptions options, MessageStore store, Scheduler scheduler, CallbackDispatcher callbacks, AccountState account)
{
    /// <summary>Starts the life of a new message; without delays it is over when this returns, but for the callbacks.</summary>
    public void Start(MessageEntry entry)
    {
        if (entry.Snapshot.Status == SandboxMessageStatus.Accepted) ChooseSender(entry);
        After(options.Pace.Send, entry, Send);
    }

    private void ChooseSender(MessageEntry entry) => Move(entry, SandboxMessageStatus.Queued, message => message with
    {
        From = message.From ?? options.PhoneNumber,
        SegmentCount = Segments(message),
    });

    private void Send(MessageEntry entry)
    {
        var price = entry.Snapshot.SegmentCount * options.PricePerSegment;
        if (!Move(entry, SandboxMessageStatus.Sent, message => message with { DateSent = scheduler.Now, Price = price })) return;

        account.Charge(price);
        After(options.Pace.Deliver, entry, Deliver);
    }

    private void Deliver(MessageEntry entry)
    {
        Move(entry, SandboxMessageStatus.Delivered, static message => message with { HasReachedPhone = true });
        entry.IsSettled = true;
    }

    private static int Segments(SandboxMessage message) => message.Channel == SandboxChannel.Sms ? SmsSegments.Count(message.Body) : 1;

    private void After(TimeSpan delay, MessageEntry entry, Action<MessageEntry> step) => entry.Next = scheduler.Schedule(delay, () => step(entry));

    private bool Move(MessageEntry entry, SandboxMessageStatus status, Func<SandboxMessage, SandboxMessage> change)
    {
        var now = scheduler.Now;
        if (!store.TryUpdate(entry, message => Next(message), out var moved)) return false;

        Report(entry, moved);
        return true;

        SandboxMessage? Next(SandboxMessage message) => message.Status == SandboxMessageStatus.Canceled
            ? null
            : change(message) with { Status = status, DateUpdated = now, History = message.History.Add(new(status, now)) };
    }

    private void Report(MessageEntry entry, SandboxMessage message)
    {
        if (message.StatusCallback is { } url) callbacks.Enqueue(entry.Callbacks, callbacks.NewWebhook(url, "POST", MessageCallback.Fields(message)));
    }
}

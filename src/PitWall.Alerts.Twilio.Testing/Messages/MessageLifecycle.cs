using PitWall.Alerts.Twilio.Testing.Account;
using PitWall.Alerts.Twilio.Testing.Clock;
using PitWall.Alerts.Twilio.Testing.Phones;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>
/// Leads a message from its creation to the phone. Each step is reported to the host, but for the status that the create request answers
/// with.
/// </summary>
/// <remarks>Source: Twilio docs, "Outbound message status in status callbacks".</remarks>
internal sealed class MessageLifecycle(
    TwilioSandboxOptions options,
    MessageStore store,
    Scheduler scheduler,
    MessageReporter reporter,
    Senders senders,
    SenderQueues queues,
    PhoneHabits habits,
    WhatsAppWindows windows,
    AccountState account)
{
    // Source: Twilio docs, Message resource: a body has at most 1,600 characters; the note that a trial account adds counts (our reading).
    private const int MaxTrialBody = 1600;

    /// <summary>Takes in a new message and starts its life; without delays it is over when this returns, but for the reports.</summary>
    public void Start(MessageEntry entry)
    {
        using var change = reporter.BeginChange();
        store.Add(entry);
        switch (entry.Snapshot)
        {
            case { Status: SandboxMessageStatus.Scheduled, SendAt: { } sendAt }:
                After(sendAt - scheduler.Now, entry, ChooseSender);
                break;
            case { Status: SandboxMessageStatus.Accepted }:
                ChooseSender(entry);
                break;
            default:
                Queue(entry);
                break;
        }
    }

    /// <summary>Cancels a scheduled message; false when it is too late.</summary>
    public bool TryCancel(MessageEntry entry)
    {
        using var change = reporter.BeginChange();
        if (!Move(entry, SandboxMessageStatus.Canceled, static message => message.Status == SandboxMessageStatus.Scheduled ? message : null))
            return false;

        entry.Next?.Cancel();
        Settle(entry);
        return true;
    }

    private void ChooseSender(MessageEntry entry)
    {
        var moved = Move(entry, SandboxMessageStatus.Queued, message => message with
        {
            From = message.From ?? senders.InPool(message.To),
            SegmentCount = message.Channel == SandboxChannel.Sms ? SmsSegments.Count(message.Body) : 1,
        });
        if (!moved) return;

        // Without a messaging service the create request would have been refused.
        if (queues.IsFull(entry.Snapshot.From!)) Fail(entry, SandboxMessageStatus.Failed, 30001);
        else Queue(entry);
    }

    private void Queue(MessageEntry entry)
    {
        var wait = queues.Join(entry.Snapshot) + options.Pace.Send;
        if (wait < entry.Snapshot.ValidityPeriod) After(wait.Value, entry, Send);
        else After(entry.Snapshot.ValidityPeriod, entry, e => Fail(e, SandboxMessageStatus.Failed, 30036));
    }

    private void Send(MessageEntry entry)
    {
        var message = entry.Snapshot;
        var delivery = habits.Delivery(message.PhoneNumber);
        if (delivery.Outcome == PhoneOutcome.Failed) Fail(entry, SandboxMessageStatus.Failed, delivery.ErrorCode);
        else if (message.Body.Length > MaxTrialBody) Fail(entry, SandboxMessageStatus.Failed, 30044);
        else if (message.HasTemplateMismatch) Fail(entry, SandboxMessageStatus.Undelivered, 63028);
        else if (message is { Channel: SandboxChannel.WhatsApp, ContentSid: null } && !windows.IsOpen(message.To, message.From!))
            Fail(entry, SandboxMessageStatus.Undelivered, 63016);
        else HandOver(entry);
    }

    private void HandOver(MessageEntry entry)
    {
        var price = entry.Snapshot.SegmentCount * options.PricePerSegment;
        if (!Move(entry, SandboxMessageStatus.Sent, message => message with { DateSent = scheduler.Now, Price = price })) return;

        account.Charge(price);
        After(options.Pace.Deliver, entry, Deliver);
    }

    private void Deliver(MessageEntry entry)
    {
        var delivery = habits.Delivery(entry.Snapshot.PhoneNumber);
        var now = scheduler.Now;
        switch (delivery.Outcome)
        {
            case PhoneOutcome.Undelivered:
                Fail(entry, SandboxMessageStatus.Undelivered, delivery.ErrorCode);
                break;
            case PhoneOutcome.Silent:
                store.TryUpdate(entry, message => message with { ReachedPhoneAt = now }, out _);
                Settle(entry);
                break;
            default:
                Move(entry, SandboxMessageStatus.Delivered, message => message with { ReachedPhoneAt = now });
                if (delivery.Reads && entry.Snapshot.Channel == SandboxChannel.WhatsApp) After(options.Pace.Read, entry, Read);
                else Settle(entry);
                break;
        }
    }

    private void Read(MessageEntry entry)
    {
        Move(entry, SandboxMessageStatus.Read, static message => message);
        Settle(entry);
    }

    private void Fail(MessageEntry entry, SandboxMessageStatus status, int errorCode)
    {
        Move(entry, status, message => message with { ErrorCode = errorCode, ErrorMessage = DeliveryErrors.Message(errorCode) });
        Settle(entry);
    }

    private void Settle(MessageEntry entry)
    {
        if (entry.Snapshot.DiscardsContent) store.TryUpdate(entry, static message => message with { IsRedacted = true }, out _);
        entry.IsSettled = true;
        reporter.Finish(entry);
    }

    private void After(TimeSpan delay, MessageEntry entry, Action<MessageEntry> step) => entry.Next = scheduler.Schedule(delay, () =>
    {
        using var change = reporter.BeginChange();
        step(entry);
    });

    /// <summary>Takes the next status, unless the message was cancelled or the change declines.</summary>
    private bool Move(MessageEntry entry, SandboxMessageStatus status, Func<SandboxMessage, SandboxMessage?> change)
    {
        var now = scheduler.Now;
        if (!store.TryUpdate(entry, Next, out var moved)) return false;

        reporter.Report(entry, moved);
        return true;

        SandboxMessage? Next(SandboxMessage message) => message.Status == SandboxMessageStatus.Canceled || change(message) is not { } changed
            ? null
            : changed with { Status = status, DateUpdated = now, History = message.History.Add(new(status, now)) };
    }
}

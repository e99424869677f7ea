using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Testing.Phones;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>Reports the statuses of messages to the host, in the way their phone asks for.</summary>
internal sealed class MessageReporter(CallbackDispatcher callbacks, PhoneHabits habits)
{
    /// <summary>Says that a status is changing, until it has been reported.</summary>
    public CallbackDispatcher.ChangeScope BeginChange() => callbacks.BeginChange();

    public void Report(MessageEntry entry, SandboxMessage message)
    {
        if (message.StatusCallback is not { } url) return;

        var habit = habits.Delivery(message.PhoneNumber);
        if (message is { Status: SandboxMessageStatus.Delivered, Channel: SandboxChannel.WhatsApp } && habit is { Reads: true, SkipsDelivered: true }) return;

        var webhook = callbacks.NewWebhook(url, "POST", MessageCallback.Fields(message));
        if (habit.ReportsInReverse) entry.Defer(webhook);
        else Send(entry, webhook, habit);
    }

    /// <summary>Sends what was kept for the end.</summary>
    public void Finish(MessageEntry entry)
    {
        var habit = habits.Delivery(entry.Snapshot.PhoneNumber);
        while (entry.TakeDeferred() is { } webhook) Send(entry, webhook, habit);
    }

    private void Send(MessageEntry entry, Webhook webhook, PhoneDelivery habit)
    {
        callbacks.Enqueue(entry.Callbacks, webhook);
        if (habit.ReportsTwice) callbacks.Enqueue(entry.Callbacks, webhook);
    }
}

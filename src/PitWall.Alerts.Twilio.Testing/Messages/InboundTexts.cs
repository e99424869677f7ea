using PitWall.Alerts.Twilio.Testing.Account;
using PitWall.Alerts.Twilio.Testing.Callbacks;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>Brings texts from phones to the host: keeps them, minds STOP and START, calls the webhook, and sends the answers.</summary>
/// <remarks>Source: Twilio docs, "Webhook request" (messaging), "TwiML for Programmable Messaging", "Advanced Opt-Out".</remarks>
internal sealed class InboundTexts(
    TwilioSandboxOptions options,
    MessageStore store,
    MessageFactory factory,
    MessageLifecycle lifecycle,
    NumberBook numbers,
    OptOuts optOuts,
    WhatsAppWindows windows,
    CallbackDispatcher callbacks)
{
    public async Task<SandboxMessage> ReceiveAsync(string from, string to, string body, IReadOnlyList<string> mediaUrls)
    {
        var text = factory.NewInbound(from, to, body, mediaUrls);
        var entry = new MessageEntry(text) { IsSettled = true };
        store.Add(entry);
        if (text.Channel == SandboxChannel.WhatsApp) windows.Open(from, to);

        var keyword = optOuts.Hear(from, to, body);
        if (keyword is not null && text.Channel == SandboxChannel.Sms) Send(factory.NewReply(text, new TextReply(null, Answer(keyword), []), isAutomatic: true));
        if (numbers.FindByAddress(to) is { SmsUrl.Length: > 0 } number) await AskHostAsync(entry, number, keyword).ConfigureAwait(false);
        return text;
    }

    private async Task AskHostAsync(MessageEntry entry, OwnedNumber number, string? keyword)
    {
        var fields = InboundTextFields.Of(entry.Snapshot, options, keyword);
        var url = number.SmsUrl;
        var answer = await AskAsync(url, number.SmsMethod).ConfigureAwait(false);
        if (!answer.IsSuccess && number.SmsFallbackUrl.Length > 0)
        {
            url = number.SmsFallbackUrl;
            answer = await AskAsync(url, number.SmsFallbackMethod).ConfigureAwait(false);
        }

        foreach (var reply in TextReplies.Read(answer, url)) Send(factory.NewReply(entry.Snapshot, reply, isAutomatic: false));

        Task<WebhookAnswer> AskAsync(string url, string method) =>
            callbacks.SendAsync(entry.Callbacks, callbacks.NewWebhook(url, method, fields) with { Judge = Judge });

        WebhookAnswer Judge(WebhookAnswer answer) => TextReplies.Judge(answer, entry.Snapshot.Channel);
    }

    private void Send(SandboxMessage reply)
    {
        var entry = new MessageEntry(reply);
        lifecycle.Start(entry);
    }

    /// <summary>Twilio's own words differ by country and service; these only say the same.</summary>
    private static string Answer(string keyword) => keyword switch
    {
        "STOP" => "You have been unsubscribed and will get no more messages from this number. Reply START to subscribe again.",
        "START" => "You are subscribed to messages from this number again. Reply STOP to unsubscribe.",
        _ => "Reply STOP to unsubscribe.",
    };
}

using PitWall.Alerts.Twilio.Testing.Account;
using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Testing.Voice;

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
    // Source: Twilio docs, error 14109.
    private const int MaxReplies = 10;

    private const string PlainText = "text/plain";

    public async Task<SandboxMessage> ReceiveAsync(string from, string to, string body, IReadOnlyList<string> mediaUrls)
    {
        var text = factory.NewInbound(from, to, body, mediaUrls);
        var entry = new MessageEntry(text) { IsSettled = true };
        store.Add(entry);
        if (text.Channel == SandboxChannel.WhatsApp) windows.Open(from, to);

        var keyword = optOuts.Hear(from, to, body);
        if (keyword is not null && text.Channel == SandboxChannel.Sms) Send(factory.NewReply(text, Answer(keyword), isAutomatic: true));
        if (numbers.FindByAddress(to) is { SmsUrl.Length: > 0 } number) await AskHostAsync(entry, number, keyword).ConfigureAwait(false);
        return text;
    }

    private async Task AskHostAsync(MessageEntry entry, OwnedNumber number, string? keyword)
    {
        var fields = InboundTextFields.Of(entry.Snapshot, options, keyword);
        var answer = await AskAsync(number.SmsUrl, number.SmsMethod).ConfigureAwait(false);
        if (!answer.IsSuccess && number.SmsFallbackUrl.Length > 0)
            answer = await AskAsync(number.SmsFallbackUrl, number.SmsFallbackMethod).ConfigureAwait(false);

        foreach (var reply in Replies(answer)) Send(factory.NewReply(entry.Snapshot, reply, isAutomatic: false));

        Task<WebhookAnswer> AskAsync(string url, string method) =>
            callbacks.SendAsync(entry.Callbacks, callbacks.NewWebhook(url, method, fields) with { Judge = Judge });
    }

    /// <summary>An answer that is no TwiML is a failed webhook like any other: named in the log, and the fallback is asked.</summary>
    private static WebhookAnswer Judge(WebhookAnswer answer) =>
        answer.ContentType == PlainText || TwimlDocument.FromAnswer(answer.ContentType, answer.Body, out var problem) is not null
            ? answer
            : answer with { ErrorCode = problem.Code, Problem = problem.Detail };

    private void Send(SandboxMessage reply)
    {
        var entry = new MessageEntry(reply);
        lifecycle.Start(entry);
    }

    private static IEnumerable<string> Replies(WebhookAnswer answer)
    {
        if (!answer.IsSuccess || answer.Body.Length == 0) return [];
        if (answer.ContentType == PlainText) return [answer.Body];
        if (TwimlDocument.FromAnswer(answer.ContentType, answer.Body, out _) is not { } document) return [];

        var messages = document.Verbs.Where(static verb => verb.Name == "Message").Take(MaxReplies);
        return [.. messages.Select(static message => (string?)message.Element("Body") ?? message.Value).Where(static text => text.Length > 0)];
    }

    /// <summary>Twilio's own words differ by country and service; these only say the same.</summary>
    private static string Answer(string keyword) => keyword switch
    {
        "STOP" => "You have been unsubscribed and will get no more messages from this number. Reply START to subscribe again.",
        "START" => "You are subscribed to messages from this number again. Reply STOP to unsubscribe.",
        _ => "Reply STOP to unsubscribe.",
    };
}

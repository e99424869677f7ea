using PitWall.Alerts.Twilio.Testing.Events;
using PitWall.Alerts.Twilio.Testing.Storage;

namespace PitWall.Alerts.Twilio.Testing.Callbacks;

/// <summary>Sends webhooks in the background and knows when none is left.</summary>
internal sealed class CallbackDispatcher(WebhookClient client, SidFactory sids, SandboxEvents events, int capacity)
{
    private int _pending;

    /// <summary>How many webhooks wait or are under way.</summary>
    public int Pending => Volatile.Read(ref _pending);

    public Webhook NewWebhook(string url, string method, IReadOnlyList<KeyValuePair<string, string>> fields) =>
        new(url, method, fields, sids.NextGuid());

    /// <summary>
    /// Sends a webhook in its turn. When as many wait as may be kept, because the host is slow, it is given up, so that memory stays
    /// bounded.
    /// </summary>
    public void Enqueue(CallbackChain chain, Webhook webhook)
    {
        if (Pending >= capacity)
        {
            client.GiveUp(webhook);
            return;
        }

        Interlocked.Increment(ref _pending);
        chain.Add(() => SendAsync(webhook));
    }

    /// <summary>Sends a webhook at once and waits for its answer.</summary>
    public async Task<WebhookAnswer> SendAsync(CallbackChain chain, Webhook webhook)
    {
        var answered = new TaskCompletionSource<WebhookAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Increment(ref _pending);
        chain.Add(async () => answered.SetResult(await SendAsync(webhook).ConfigureAwait(false)));
        return await answered.Task.ConfigureAwait(false);
    }

    private async Task<WebhookAnswer> SendAsync(Webhook webhook)
    {
        try
        {
            return await client.SendAsync(webhook).ConfigureAwait(false);
        }
        finally
        {
            if (Interlocked.Decrement(ref _pending) == 0) events.Wake();
        }
    }
}

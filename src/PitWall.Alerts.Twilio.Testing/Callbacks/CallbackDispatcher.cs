using PitWall.Alerts.Twilio.Testing.Events;
using PitWall.Alerts.Twilio.Testing.Storage;

namespace PitWall.Alerts.Twilio.Testing.Callbacks;

/// <summary>Sends webhooks in the background and knows when none is left.</summary>
internal sealed class CallbackDispatcher(WebhookClient client, SidFactory sids, SandboxEvents events, int capacity)
{
    private int _pending;

    // Webhooks and changes in one number: looked at one after the other, a change that ends in between would seem to have left nothing.
    private int _open;

    /// <summary>How many webhooks wait or are under way.</summary>
    public int Pending => Volatile.Read(ref _pending);

    /// <summary>Nothing waits, nothing is under way, and no change is being made that may call for more.</summary>
    public bool IsIdle => Volatile.Read(ref _open) == 0;

    /// <summary>
    /// Marks that a change is being made. Others see a change before its webhooks are enqueued; this keeps code that waits for
    /// these webhooks from finding none.
    /// </summary>
    public ChangeScope BeginChange()
    {
        Interlocked.Increment(ref _open);
        return new ChangeScope(this);
    }

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

        Begin();
        chain.Add(() => SendAsync(webhook));
    }

    /// <summary>Sends a webhook at once and waits for its answer.</summary>
    public async Task<WebhookAnswer> SendAsync(CallbackChain chain, Webhook webhook)
    {
        var answered = new TaskCompletionSource<WebhookAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        Begin();
        chain.Add(async () => answered.SetResult(await SendAsync(webhook).ConfigureAwait(false)));
        return await answered.Task.ConfigureAwait(false);
    }

    private void Begin()
    {
        Interlocked.Increment(ref _pending);
        Interlocked.Increment(ref _open);
    }

    private void EndOne()
    {
        if (Interlocked.Decrement(ref _open) == 0) events.Wake();
    }

    private async Task<WebhookAnswer> SendAsync(Webhook webhook)
    {
        try
        {
            return await client.SendAsync(webhook).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _pending);
            EndOne();
        }
    }

    /// <summary>A change that is being made, until it is disposed.</summary>
    public readonly struct ChangeScope(CallbackDispatcher callbacks) : IDisposable
    {
        /// <summary>The change is made, and its webhooks are enqueued.</summary>
        public void Dispose() => callbacks.EndOne();
    }
}

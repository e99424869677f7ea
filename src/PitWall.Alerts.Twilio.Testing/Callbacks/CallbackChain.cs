namespace PitWall.Alerts.Twilio.Testing.Callbacks;

/// <summary>The webhooks of one message or call. They go out one after the other, so that a slow host sees them in order.</summary>
internal sealed class CallbackChain
{
    private readonly Queue<Func<Task>> _waiting = new();
    private bool _held;
    private bool _running;

    /// <summary>Keeps everything back until <see cref="Release"/>.</summary>
    public void Hold()
    {
        lock (_waiting) _held = true;
    }

    /// <summary>Lets go what was kept back.</summary>
    public void Release()
    {
        lock (_waiting) _held = false;
        Run();
    }

    public void Add(Func<Task> send)
    {
        lock (_waiting) _waiting.Enqueue(send);
        Run();
    }

    private void Run()
    {
        lock (_waiting)
        {
            if (_held || _running || _waiting.Count == 0) return;
            _running = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static chain => _ = chain.PumpAsync(), this, preferLocal: false);
    }

    private async Task PumpAsync()
    {
        while (true)
        {
            Func<Task> send;
            lock (_waiting)
            {
                if (_held || !_waiting.TryDequeue(out send!))
                {
                    _running = false;
                    return;
                }
            }

            await send().ConfigureAwait(false);
        }
    }
}

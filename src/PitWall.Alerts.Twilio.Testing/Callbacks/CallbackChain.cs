namespace PitWall.Alerts.Twilio.Testing.Callbacks;

/// <summary>The webhooks of one message or call. They go out one after the other, so that a slow host sees them in order.</summary>
internal sealed class CallbackChain
{
    private readonly Queue<Func<Task>> _waiting = new();
    private bool _held;
    private bool _running;

    /// <summary>Keeps everything back until something has happened.</summary>
    public void ReleaseAfter(Task happened)
    {
        lock (_waiting) _held = true;
        _ = ReleaseAsync(happened);
    }

    /// <summary>Waits until all that was added before has been sent.</summary>
    public Task WhenEmptyAsync()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(() =>
        {
            reached.SetResult();
            return Task.CompletedTask;
        });
        return reached.Task;
    }

    public void Add(Func<Task> send)
    {
        lock (_waiting) _waiting.Enqueue(send);
        Run();
    }

    private async Task ReleaseAsync(Task happened)
    {
        await happened.ConfigureAwait(false);
        lock (_waiting) _held = false;
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

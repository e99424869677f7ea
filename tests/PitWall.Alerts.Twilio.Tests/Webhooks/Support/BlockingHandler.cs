namespace PitWall.Alerts.Twilio.Tests.Webhooks;

/// <summary>Holds the thread that it is called on until it is disposed.</summary>
internal sealed class BlockingHandler : IDeliveryStatusHandler, IDisposable
{
    private readonly ManualResetEventSlim _released = new();
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Entered => _entered.Task;

    public Task OnMessageStatusAsync(MessageStatusUpdate update, CancellationToken cancellationToken)
    {
        _entered.TrySetResult();
        _released.Wait(CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task OnCallStatusAsync(CallStatusUpdate update, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _released.Set();
}

using PitWall.Alerts.Twilio;

namespace RaceReplay.Tests.Sending;

/// <summary>Answers every alert as it is told.</summary>
internal sealed class StubAlerts(Func<AlertRecipient, CancellationToken, Task<AlertResult>> answer) : IPitWallAlerts
{
    public Task<AlertResult> SendStrategyAlertAsync(StrategyAlert alert, AlertRecipient recipient, CancellationToken cancellationToken = default) => answer(recipient, cancellationToken);

    public Task<AlertResult> SendCoachingAlertAsync(CoachingAlert alert, AlertRecipient recipient, CancellationToken cancellationToken = default) => answer(recipient, cancellationToken);

    public Task<AlertResult> SendCriticalAlertAsync(CriticalAlert alert, AlertRecipient recipient, CancellationToken cancellationToken = default) => answer(recipient, cancellationToken);

    public Task<AlertResult> SendBatchAsync(AlertBatch batch, AlertRecipient recipient, CancellationToken cancellationToken = default) => answer(recipient, cancellationToken);
}

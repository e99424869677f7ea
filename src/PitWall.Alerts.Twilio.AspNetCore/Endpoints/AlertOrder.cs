namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>An alert that a request asks for, and who gets it.</summary>
/// <param name="Alert">The alert; <see langword="null"/> for a batch.</param>
/// <param name="Batch">The batch; <see langword="null"/> for a single alert.</param>
/// <param name="Recipient">Who gets it.</param>
internal sealed record AlertOrder(Alert? Alert, AlertBatch? Batch, AlertRecipient Recipient)
{
    public Task<AlertResult> SendAsync(IPitWallAlerts alerts, CancellationToken cancellationToken) => Alert switch
    {
        StrategyAlert strategy => alerts.SendStrategyAlertAsync(strategy, Recipient, cancellationToken),
        CoachingAlert coaching => alerts.SendCoachingAlertAsync(coaching, Recipient, cancellationToken),
        CriticalAlert critical => alerts.SendCriticalAlertAsync(critical, Recipient, cancellationToken),
        _ => alerts.SendBatchAsync(Batch!, Recipient, cancellationToken),
    };
}

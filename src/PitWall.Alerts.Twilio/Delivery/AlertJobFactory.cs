using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Checks what a caller handed over and makes a job of it.</summary>
internal sealed class AlertJobFactory(Func<PitWallTwilioOptions> options, Entropy entropy, TimeProvider clock)
{
    /// <summary>Nothing is worth sending for longer; neither a caller's "for ever" nor the beginning of time may overflow.</summary>
    private static readonly TimeSpan LongestValidity = TimeSpan.FromDays(366);

    /// <exception cref="ArgumentException">Thrown when the alert cannot be sent by anybody.</exception>
    public AlertJob Create(Alert alert, AlertRecipient recipient)
    {
        ArgumentNullException.ThrowIfNull(alert);
        ArgumentNullException.ThrowIfNull(recipient);
        Check(alert, nameof(alert));
        CheckChannel(recipient);

        var now = clock.GetUtcNow();
        var raisedAt = alert.RaisedAt ?? now;
        var timeLeft = TimeLeft(alert.ValidFor ?? options().Delivery.ValidFor.For(alert.Kind), now - raisedAt);
        return new AlertJob(entropy.NextId(), alert.Kind, TypeOf(alert), alert.Severity, recipient.Channel, alert.Topic, clock, timeLeft)
        {
            RaisedAt = raisedAt,
            To = recipient,
            Alert = alert,
            Band = BandOf(alert),
        };
    }

    /// <inheritdoc cref="Create(Alert, AlertRecipient)"/>
    public AlertJob Create(AlertBatch batch, AlertRecipient recipient)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(recipient);
        foreach (var alert in batch.Alerts)
            Check(alert, nameof(batch));

        if (batch.ValidFor <= TimeSpan.Zero)
            throw new ArgumentException("ValidFor must be more than zero.", nameof(batch));

        CheckChannel(recipient);
        var now = clock.GetUtcNow();
        var raisedAt = batch.RaisedAt ?? now;
        var severity = batch.Alerts.Max(a => a.Severity);
        var timeLeft = TimeLeft(batch.ValidFor ?? options().Delivery.ValidFor.Batch, now - raisedAt);
        return new AlertJob(entropy.NextId(), AlertKind.Batch, string.Empty, severity, recipient.Channel, batch.Topic, clock, timeLeft)
        {
            RaisedAt = raisedAt,
            To = recipient,
            Batch = batch,
            Band = batch.Alerts.Min(BandOf),
        };
    }

    private static TimeSpan TimeLeft(TimeSpan validFor, TimeSpan age)
    {
        // Nothing is raised after it was handed over: a clock that was set back meanwhile makes nothing valid for longer.
        var left = (validFor < LongestValidity ? validFor : LongestValidity) - (age > TimeSpan.Zero ? age : TimeSpan.Zero);
        return left > -LongestValidity ? left : -LongestValidity;
    }

    private static void Check(Alert alert, string argument)
    {
        if (string.IsNullOrWhiteSpace(alert.Message))
            throw new ArgumentException("The alert has no message.", argument);

        if (!Enum.IsDefined(alert.Severity))
            throw new ArgumentException($"The alert's severity ({(int)alert.Severity}) is none of the known ones.", argument);

        if (alert is StrategyAlert { Type.HasValue: false } or CoachingAlert { Type.HasValue: false })
            throw new ArgumentException("The alert has no type.", argument);

        if (alert.ValidFor <= TimeSpan.Zero)
            throw new ArgumentException("ValidFor must be more than zero.", argument);
    }

    private static void CheckChannel(AlertRecipient recipient)
    {
        if (!Enum.IsDefined(recipient.Channel))
            throw new ArgumentException($"The recipient's channel ({(int)recipient.Channel}) is none of the known ones.", nameof(recipient));
    }

    /// <summary>The wire name of an alert's type; empty where its kind has none.</summary>
    public static string TypeOf(Alert alert) => alert switch
    {
        StrategyAlert strategy => strategy.Type.Name,
        CoachingAlert coaching => coaching.Type.Name,
        _ => string.Empty,
    };

    private static Band BandOf(Alert alert) => alert switch
    {
        CriticalAlert => Band.Critical,
        { Severity: AlertSeverity.High } => Band.High,
        { Severity: AlertSeverity.Medium } => Band.Medium,
        _ => Band.Low,
    };
}

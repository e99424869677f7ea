using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio.Tests.Delivery;

/// <summary>Makes jobs for tests of single stages.</summary>
internal static class Jobs
{
    public static readonly E164PhoneNumber Phone = E164PhoneNumber.Parse(AlertHost.Phone);

    private static int _last;

    public static AlertJob Make(
        TimeProvider clock,
        Band band = Band.Medium,
        string message = "Box this lap",
        string? topic = null,
        string? key = null,
        TimeSpan? validFor = null,
        E164PhoneNumber? phone = null,
        DateTimeOffset? raisedAt = null,
        AlertChannel channel = AlertChannel.Sms,
        StrategyAlertType? type = null,
        int segments = 1)
    {
        Alert alert = band == Band.Critical
            ? new CriticalAlert(message) { DeduplicationKey = key }
            : new StrategyAlert(type ?? StrategyAlertType.PitStop, message, Severity(band)) { DeduplicationKey = key };
        var id = $"alert-{Interlocked.Increment(ref _last)}";
        var typeName = alert is StrategyAlert s ? s.Type.Name : string.Empty;
        return new AlertJob(id, alert.Kind, typeName, alert.Severity, channel, topic, clock, validFor ?? TimeSpan.FromMinutes(10))
        {
            RaisedAt = raisedAt ?? clock.GetUtcNow(),
            Recipient = phone ?? Phone,
            To = AlertHost.Phone,
            Alert = alert,
            Band = band,
            Text = new FormattedAlert { Text = message, Segments = segments },
        };
    }

    public static AlertResult Accepted(AlertJob job) => new() { Outcome = AlertOutcome.Accepted, AlertId = job.Id };

    public static AlertResult Failed(AlertJob job) => new() { Outcome = AlertOutcome.Failed, AlertId = job.Id };

    public static E164PhoneNumber PhoneNumber(int i) => E164PhoneNumber.Parse($"+34600{i:000000}");

    private static AlertSeverity Severity(Band band) => band switch
    {
        Band.High => AlertSeverity.High,
        Band.Medium => AlertSeverity.Medium,
        _ => AlertSeverity.Low,
    };
}

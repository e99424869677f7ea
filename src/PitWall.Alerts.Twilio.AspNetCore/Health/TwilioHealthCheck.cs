using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Whether alerts can leave, for the host's health checks.</summary>
internal sealed class TwilioHealthCheck(ITwilioAlertClient client, HealthReports reports) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var report = await reports.GetAsync(client, cancellationToken).ConfigureAwait(false);
        var data = new Dictionary<string, object>
        {
            ["configured"] = report.IsConfigured,
            ["reachable"] = report.IsReachable,
            ["circuit_open"] = report.IsCircuitOpen,
        };
        return report.IsAvailable
            ? HealthCheckResult.Healthy(HealthSentence.Of(report), data)
            : new HealthCheckResult(context.Registration.FailureStatus, HealthSentence.Of(report), data: data);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Whether alerts can leave, for the host's health checks.</summary>
/// <remarks>
/// Services are resolved while the check runs: the framework turns an exception thrown then into the result of this check, but one thrown
/// while the check is created ends all checks.
/// </remarks>
internal sealed class TwilioHealthCheck(IServiceProvider services, CheckedAccount account, Func<TimeProvider, HealthReports> reports) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (account.WhyNot(services) is { } why)
            return new HealthCheckResult(context.Registration.FailureStatus, why);

        var client = account.Access.Get<ITwilioAlertClient>(services);
        var clock = services.GetRequiredKeyedService<TimeProvider>(PitWallTwilioServiceKeys.TransportClock);
        var report = await reports(clock).GetAsync(client, cancellationToken).ConfigureAwait(false);
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

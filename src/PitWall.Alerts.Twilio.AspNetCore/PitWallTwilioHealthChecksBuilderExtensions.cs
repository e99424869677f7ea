using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Adds PitWall's alert services to the host's health checks.</summary>
public static class PitWallTwilioHealthChecksBuilderExtensions
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Adds a check that is healthy while alerts can be sent: configured, Twilio reached, account active. It sends nothing. Twilio is
    /// asked at most every 5 seconds, however often the check runs.
    /// </summary>
    /// <param name="builder">The host's health checks.</param>
    /// <param name="name">The check's name. Default <c>twilio</c>.</param>
    /// <param name="account">The account, as given to <c>AddPitWallTwilio</c>. Default <see langword="null"/>: the default one.</param>
    /// <param name="failureStatus">The status when it is not healthy. Default <see langword="null"/>: unhealthy.</param>
    /// <param name="tags">The check's tags. Default none.</param>
    /// <param name="timeout">How long the check may take. Default <see langword="null"/>: as long as the account's options allow.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="builder"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Thrown when <paramref name="name"/> is empty.</exception>
    public static IHealthChecksBuilder AddPitWallTwilio(
        this IHealthChecksBuilder builder,
        string name = "twilio",
        string? account = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var access = new AccountAccess(account);
        HealthReports? reports = null;
        return builder.Add(new HealthCheckRegistration(name, Make, failureStatus, tags, timeout));

        // A check is made anew each time it runs; what it asked a moment ago is kept here.
        IHealthCheck Make(IServiceProvider services)
        {
            var clock = services.GetRequiredKeyedService<TimeProvider>(PitWallTwilioServiceKeys.TransportClock);
            LazyInitializer.EnsureInitialized(ref reports, () => new HealthReports(Lifetime, clock));
            return new TwilioHealthCheck(access.Get<ITwilioAlertClient>(services), reports!);
        }
    }
}

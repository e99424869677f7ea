using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Adds PitWall's alert services to the host's health checks.</summary>
public static class PitWallTwilioHealthChecksBuilderExtensions
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Adds a check that is healthy while alerts can be sent: configured, Twilio reached, account active. It sends nothing. Twilio is
    /// asked at most every 5 seconds, however often the check runs. If the account was not registered, the check fails with a description
    /// that says so.
    /// </summary>
    /// <remarks>
    /// <paramref name="name"/> is the check's name and not the account. If it equals the name of a registered account and
    /// <paramref name="account"/> is <see langword="null"/>, the check fails with a description that says so, instead of checking the
    /// default account. The default name <c>twilio</c> is exempt.
    /// </remarks>
    /// <param name="builder">The host's health checks.</param>
    /// <param name="name">The check's name. Default <c>twilio</c>.</param>
    /// <param name="account">
    /// The account, as given to <c>AddPitWallTwilio</c>. Default <see langword="null"/>: the default one. An empty string also means the
    /// default one, whatever the check's name is.
    /// </param>
    /// <param name="failureStatus">The status when it is not healthy. Default <see langword="null"/>: unhealthy.</param>
    /// <param name="tags">The check's tags. Default none.</param>
    /// <param name="timeout">How long the check may take. Default <see langword="null"/>: as long as the account's options allow.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="builder"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Thrown when <paramref name="name"/> is empty.</exception>
    public static IHealthChecksBuilder AddPitWallTwilio(
        this IHealthChecksBuilder builder,
        string name = CheckedAccount.UnnamedCheck,
        string? account = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var checkedAccount = new CheckedAccount(name, account);
        HealthReports? reports = null;
        return builder.Add(new HealthCheckRegistration(
            name, services => new TwilioHealthCheck(services, checkedAccount, Kept), failureStatus, tags, timeout));

        // A check is made anew each time it runs; what it asked a moment ago is kept here.
        HealthReports Kept(TimeProvider clock) => LazyInitializer.EnsureInitialized(ref reports, () => new HealthReports(Lifetime, clock));
    }
}

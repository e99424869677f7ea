using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio.Registration;

namespace PitWall.Alerts.Twilio;

/// <summary>Registers PitWall's alert services. Every call may be repeated; every service may be replaced.</summary>
public static class PitWallTwilioServiceCollectionExtensions
{
    /// <summary>
    /// Registers the default account, configured from the host's <see cref="IConfiguration"/> (section <c>PitWall:Twilio</c>, else
    /// the four classic keys), or from the environment if there is no <see cref="IConfiguration"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>A builder for further configuration.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="services"/> is <see langword="null"/>.</exception>
    public static PitWallTwilioBuilder AddPitWallTwilio(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var account = new AccountRegistration(services, name: string.Empty);
        account.BindToHost();
        return account.Add();
    }

    /// <summary>Registers the default account, configured from the given configuration root or section.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">
    /// The root, which contains the section <c>PitWall:Twilio</c> or the classic keys, or that section itself.
    /// </param>
    /// <returns>A builder for further configuration.</returns>
    /// <exception cref="ArgumentNullException">Thrown when an argument is <see langword="null"/>.</exception>
    public static PitWallTwilioBuilder AddPitWallTwilio(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var account = new AccountRegistration(services, name: string.Empty);
        account.BindTo(configuration);
        return account.Add();
    }

    /// <summary>Registers the default account, configured in code only.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for further configuration.</returns>
    /// <exception cref="ArgumentNullException">Thrown when an argument is <see langword="null"/>.</exception>
    public static PitWallTwilioBuilder AddPitWallTwilio(this IServiceCollection services, Action<PitWallTwilioOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var account = new AccountRegistration(services, name: string.Empty);
        account.Configure(configure);
        return account.Add();
    }

    /// <summary>
    /// Registers one of several accounts, with its name as service key, configured from <c>PitWall:Twilio:Accounts:{name}</c> of the
    /// host's <see cref="IConfiguration"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The account's name and service key; not empty.</param>
    /// <returns>A builder for further configuration.</returns>
    /// <exception cref="ArgumentException">Thrown when <paramref name="name"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">Thrown when an argument is <see langword="null"/>.</exception>
    public static PitWallTwilioBuilder AddPitWallTwilio(this IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var account = new AccountRegistration(services, name);
        account.BindToHost();
        return account.Add();
    }

    /// <summary>
    /// Registers one of several accounts, with its name as service key, configured from the given configuration root or section.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The account's name and service key; not empty.</param>
    /// <param name="configuration">
    /// The root, which contains the section <c>PitWall:Twilio:Accounts:{name}</c>, or that section itself.
    /// </param>
    /// <returns>A builder for further configuration.</returns>
    /// <exception cref="ArgumentException">Thrown when <paramref name="name"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">Thrown when an argument is <see langword="null"/>.</exception>
    public static PitWallTwilioBuilder AddPitWallTwilio(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configuration);
        var account = new AccountRegistration(services, name);
        account.BindTo(configuration);
        return account.Add();
    }

    /// <summary>Registers one of several accounts, with its name as service key, configured in code only.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The account's name and service key; not empty.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder for further configuration.</returns>
    /// <exception cref="ArgumentException">Thrown when <paramref name="name"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">Thrown when an argument is <see langword="null"/>.</exception>
    public static PitWallTwilioBuilder AddPitWallTwilio(this IServiceCollection services, string name, Action<PitWallTwilioOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);
        var account = new AccountRegistration(services, name);
        account.Configure(configure);
        return account.Add();
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>Registers one account: its options, its HTTP client, its services.</summary>
internal sealed class AccountRegistration(IServiceCollection services, string name)
{
    /// <summary>Connections are renewed so that a change of DNS is seen (Microsoft docs, Guidelines for using HttpClient).</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly string _clientName = name.Length == 0 ? "PitWall.Alerts.Twilio" : "PitWall.Alerts.Twilio:" + name;

    /// <summary>Binds the options to the host's configuration, once however often the account is registered.</summary>
    public void BindToHost() => Bind(HostConfiguration.Instance, static provider => provider.GetService<IConfiguration>());

    /// <summary>Binds the options to a configuration, on top of what was bound before; once to each.</summary>
    public void BindTo(IConfiguration configuration) => Bind(configuration, _ => configuration);

    public void Configure(Action<PitWallTwilioOptions> configure) => services.Configure(name, configure);

    public PitWallTwilioBuilder Add()
    {
        // AddHttpClient alone adds nothing twice; what is set on it would be.
        var httpClient = services.AddHttpClient(_clientName);
        if (!services.Any(d => d.ImplementationInstance is AccountMarker marker && marker.Name == name))
        {
            services.AddSingleton(new AccountMarker(name));
            SetUp(httpClient);
            services.AddOptions<PitWallTwilioOptions>(name).ValidateOnStart();
            services.TryAddEnumerable(
                ServiceDescriptor.Singleton<IPostConfigureOptions<PitWallTwilioOptions>, OptionsTidying>());
            services.TryAddEnumerable(
                ServiceDescriptor.Singleton<IValidateOptions<PitWallTwilioOptions>, PitWallTwilioOptionsValidator>());
            services.TryAddSingleton(TimeProvider.System);
            services.TryAddKeyedSingleton(PitWallTwilioServiceKeys.TransportClock, TimeProvider.System);
            new AccountServices(services, name, _clientName).Add();
        }

        return new PitWallTwilioBuilder(services, name, httpClient);
    }

    /// <summary>
    /// One attempt, no redirects, no cookies, no logging. What a host gives to all its clients does not reach this one: a
    /// standard resilience handler repeats POSTs, which sends an order twice, and headers may hold keys that are not Twilio's.
    /// </summary>
    private static void SetUp(IHttpClientBuilder httpClient)
    {
        httpClient.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = ConnectionLifetime,
        });
        httpClient.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        httpClient.RemoveAllLoggers();
        httpClient.ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear());
    }

    private void Bind(object source, Func<IServiceProvider, IConfiguration?> configuration)
    {
        if (services.Any(d => d.ImplementationInstance is BindingMarker marker && marker.Name == name && ReferenceEquals(marker.Source, source)))
            return;

        services.AddSingleton(new BindingMarker(name, source));
        services.AddSingleton<IConfigureOptions<PitWallTwilioOptions>>(p => new ConfigurationBinding(name, configuration(p)));
        services.AddSingleton<IOptionsChangeTokenSource<PitWallTwilioOptions>>(p => new ConfigurationBinding(name, configuration(p)));
    }

    private sealed record AccountMarker(string Name);

    private sealed record BindingMarker(string Name, object Source);

    private sealed class HostConfiguration
    {
        public static HostConfiguration Instance { get; } = new();
    }
}

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

    /// <summary>Binds the options to a configuration, once for each account however often it is registered.</summary>
    public void BindTo(Func<IServiceProvider, IConfiguration?> configuration)
    {
        if (services.Any(d => d.ImplementationInstance is BindingMarker marker && marker.Name == name))
            return;

        services.AddSingleton(new BindingMarker(name));
        services.AddSingleton<IConfigureOptions<PitWallTwilioOptions>>(p => new ConfigurationBinding(name, configuration(p)));
        services.AddSingleton<IOptionsChangeTokenSource<PitWallTwilioOptions>>(p => new ConfigurationBinding(name, configuration(p)));
    }

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
        httpClient.ConfigureHttpClient(static client =>
        {
            client.DefaultRequestHeaders.Clear();
            client.Timeout = Timeout.InfiniteTimeSpan;
        });
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

    private sealed record AccountMarker(string Name);

    private sealed record BindingMarker(string Name);
}

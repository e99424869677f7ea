using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio;

/// <summary>Returned by <c>AddPitWallTwilio</c> for further configuration. Not thread-safe: a service collection is not either.</summary>
public sealed class PitWallTwilioBuilder
{
    internal PitWallTwilioBuilder(IServiceCollection services, string name, IHttpClientBuilder httpClient)
    {
        Services = services;
        Name = name;
        HttpClient = httpClient;
    }

    /// <summary>The service collection.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The account's name, which is its service key; empty for the default account.</summary>
    public string Name { get; }

    /// <summary>
    /// The HTTP client, to add a proxy, a certificate or a handler of your own. It makes one attempt, follows no redirect and logs
    /// nothing; a handler that repeats requests can send a message twice. Only its handlers are used: settings on an
    /// <c>HttpClient</c> itself, such as headers or a time-out, do not apply.
    /// </summary>
    public IHttpClientBuilder HttpClient { get; }

    /// <summary>Sets the account's options in code. Runs after everything registered for them earlier.</summary>
    /// <param name="configure">Sets the options.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="configure"/> is <see langword="null"/>.</exception>
    public PitWallTwilioBuilder Configure(Action<PitWallTwilioOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure(Name, configure);
        return this;
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Finds the services of one account: unkeyed for the default one, keyed by its name for another.</summary>
/// <param name="name">The account's name; <see langword="null"/> or empty for the default one.</param>
internal sealed class AccountAccess(string? name)
{
    /// <summary>What to say when the account was not registered.</summary>
    public string Missing => string.IsNullOrEmpty(name)
        ? "There is no default account: call services.AddPitWallTwilio() first, or name one: account: \"endurance\"."
        : $"There is no account '{name}': call services.AddPitWallTwilio(\"{name}\") first.";

    public T Get<T>(IServiceProvider services)
        where T : notnull =>
        string.IsNullOrEmpty(name) ? services.GetRequiredService<T>() : services.GetRequiredKeyedService<T>(name);

    /// <summary>Whether <c>AddPitWallTwilio</c> was called for the account.</summary>
    public bool IsRegistered(IServiceProvider services) => IsThere<ITwilioWebhooks>(services);

    /// <summary>Whether the account has a service, be it the library's or the host's own.</summary>
    public bool IsThere<T>(IServiceProvider services)
        where T : notnull =>
        string.IsNullOrEmpty(name)
            ? services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(T))
            : services.GetRequiredService<IServiceProviderIsKeyedService>().IsKeyedService(typeof(T), name);

    /// <exception cref="InvalidOperationException">Thrown when the account was not registered.</exception>
    public void ThrowIfMissing(IServiceProvider services)
    {
        if (!IsRegistered(services))
            throw new InvalidOperationException(Missing);
    }
}

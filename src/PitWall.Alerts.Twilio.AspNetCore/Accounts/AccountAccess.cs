using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Finds the services of one account: unkeyed for the default one, keyed by its name for another.</summary>
/// <param name="name">The account's name; <see langword="null"/> or empty for the default one.</param>
internal sealed class AccountAccess(string? name)
{
    public T Get<T>(IServiceProvider services)
        where T : notnull =>
        string.IsNullOrEmpty(name) ? services.GetRequiredService<T>() : services.GetRequiredKeyedService<T>(name);

    /// <exception cref="InvalidOperationException">Thrown when the account was not registered.</exception>
    public void ThrowIfMissing(IServiceProvider services)
    {
        var isThere = string.IsNullOrEmpty(name)
            ? services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(ITwilioWebhooks))
            : services.GetRequiredService<IServiceProviderIsKeyedService>().IsKeyedService(typeof(ITwilioWebhooks), name);
        if (!isThere)
        {
            throw new InvalidOperationException(string.IsNullOrEmpty(name)
                ? "There is no default account: call services.AddPitWallTwilio() first, or name one: account: \"endurance\"."
                : $"There is no account '{name}': call services.AddPitWallTwilio(\"{name}\") first.");
        }
    }
}

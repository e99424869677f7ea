using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PitWall.Alerts.Twilio.Tests.Registration;

/// <summary>Options as a host gets them.</summary>
internal static class Bound
{
    public const string OtherSid = "ACffffffffffffffffffffffffffffffff";

    /// <summary>A configuration that has all it needs.</summary>
    public static Dictionary<string, string?> Whole(string section = "PitWall:Twilio") => new()
    {
        [$"{section}:AccountSid"] = RawHost.AccountSid,
        [$"{section}:AuthToken"] = RawHost.AuthToken,
        [$"{section}:PhoneNumber"] = RawHost.Sender,
    };

    public static IConfigurationRoot Configuration(IEnumerable<KeyValuePair<string, string?>> keys) =>
        new ConfigurationBuilder().AddInMemoryCollection(keys).Build();

    public static ServiceProvider Provider(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>The options of a host whose configuration has these keys.</summary>
    public static PitWallTwilioOptions Options(IEnumerable<KeyValuePair<string, string?>> keys, string account = "")
    {
        using var provider = Provider(s =>
        {
            s.AddSingleton<IConfiguration>(Configuration(keys));
            _ = account.Length == 0 ? s.AddPitWallTwilio() : s.AddPitWallTwilio(account);
        });
        return provider.GetRequiredService<IOptionsMonitor<PitWallTwilioOptions>>().Get(account);
    }

    /// <summary>What is wrong with the options of such a host.</summary>
    public static IReadOnlyList<string> Failures(IEnumerable<KeyValuePair<string, string?>> keys, string account = "")
    {
        try
        {
            Options(keys, account);
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
    }
}

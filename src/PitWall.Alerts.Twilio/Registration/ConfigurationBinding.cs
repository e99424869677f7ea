using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>Fills one account's options from a configuration and follows its reloads.</summary>
/// <param name="name">The account's name; empty for the default one, which alone reads the classic secrets.</param>
/// <param name="configuration">The configuration; <see langword="null"/>: the environment.</param>
internal sealed class ConfigurationBinding(string name, IConfiguration? configuration)
    : IConfigureNamedOptions<PitWallTwilioOptions>, IOptionsChangeTokenSource<PitWallTwilioOptions>
{
    public string Name => name;

    public void Configure(PitWallTwilioOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? optionsName, PitWallTwilioOptions options)
    {
        if (optionsName != name)
            return;

        if (name.Length == 0)
            ClassicSecrets.Apply(options, configuration);

        if (Section() is { } section)
            section.Bind(options);
    }

    public IChangeToken GetChangeToken() => configuration?.GetReloadToken() ?? new CancellationChangeToken(CancellationToken.None);

    /// <summary>
    /// A configuration that was handed over may be the root or the section itself; the root is known by having the section.
    /// </summary>
    private IConfiguration? Section()
    {
        if (configuration is null)
            return null;

        var path = name.Length == 0 ? PitWallTwilioOptions.SectionName : $"{PitWallTwilioOptions.SectionName}:Accounts:{name}";
        var section = configuration.GetSection(path);
        if (section.Exists())
            return section;

        return configuration is IConfigurationSection own ? own : section;
    }
}

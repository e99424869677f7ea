using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>Fills one account's options from a configuration and follows its reloads.</summary>
/// <param name="name">The account's name; empty for the default one, which alone reads the classic secrets.</param>
/// <param name="configuration">The configuration; <see langword="null"/>: the environment.</param>
internal sealed partial class ConfigurationBinding(string name, IConfiguration? configuration)
    : IConfigureNamedOptions<PitWallTwilioOptions>, IOptionsChangeTokenSource<PitWallTwilioOptions>
{
    public string Name => name;

    /// <summary>Where an account's keys are: <c>PitWall:Twilio</c>, or <c>PitWall:Twilio:Accounts:{name}</c>.</summary>
    public static string PathOf(string account) =>
        account.Length == 0 ? PitWallTwilioOptions.SectionName : $"{PitWallTwilioOptions.SectionName}:Accounts:{account}";

    public void Configure(PitWallTwilioOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? optionsName, PitWallTwilioOptions options)
    {
        if (optionsName != name)
            return;

        if (Section() is { } section)
            Bind(section, options);

        // Last, and only where nothing else is set: the section wins.
        if (name.Length == 0)
            ClassicSecrets.Apply(options, configuration);
    }

    public IChangeToken GetChangeToken() => configuration?.GetReloadToken() ?? new CancellationChangeToken(CancellationToken.None);

    private void Bind(IConfiguration section, PitWallTwilioOptions options)
    {
        var problems = SectionShape.FindProblems(section, PathOf(name)).ToList();
        if (problems.Count > 0)
            throw new OptionsValidationException(name, typeof(PitWallTwilioOptions), problems);

        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException e)
        {
            // The binder's own sentence shows the value, which may be a secret in the wrong place.
            var where = Unreadable().Match(e.Message);
            throw new OptionsValidationException(
                name,
                typeof(PitWallTwilioOptions),
                [where.Success ? $"{where.Groups["key"].Value} cannot be read as {ValueForm.Of(where.Groups["type"].Value)}." : $"A value of {PathOf(name)} cannot be read."]);
        }
    }

    /// <summary>
    /// A configuration that was handed over may be the root or the section itself; the root is known by having the section.
    /// </summary>
    private IConfiguration? Section()
    {
        if (configuration is null)
            return null;

        var section = configuration.GetSection(PathOf(name));
        return !section.Exists() && configuration is IConfigurationSection own ? own : section;
    }

    [GeneratedRegex("at '(?<key>[^']+)' to type '(?<type>[^']+)'", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Unreadable();
}

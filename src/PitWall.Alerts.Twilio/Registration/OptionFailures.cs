using Microsoft.Extensions.Options;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>Collects what is wrong with an account's options, so that a host hears everything at once.</summary>
/// <param name="account">The account's name; empty for the default one.</param>
internal sealed class OptionFailures(string account)
{
    private readonly List<string> _failures = [];

    /// <summary>What stands before the names of the keys, such as <c>PitWall:Twilio</c>.</summary>
    public string Section { get; } = ConfigurationBinding.PathOf(account);

    public void Add(string key, string rule) => _failures.Add($"{Section}:{key} {rule}");

    public void AddSentences(IEnumerable<string> sentences) => _failures.AddRange(sentences);

    public void Check(bool holds, string key, string rule)
    {
        if (!holds)
            Add(key, rule);
    }

    /// <summary>Checks a key that the default account may also be given as a classic secret.</summary>
    public void CheckClassic(bool holds, string key, string classicKey, string rule)
    {
        if (!holds)
            Add(account.Length == 0 ? $"{key} (or {classicKey})" : key, rule);
    }

    public void CheckRange(TimeSpan value, TimeSpan least, TimeSpan most, string key)
    {
        if (value < least || value > most)
            Add(key, FormattableString.Invariant($"is {value:c} and must be {least:c} to {most:c}."));
    }

    public ValidateOptionsResult ToResult() =>
        _failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(_failures);
}

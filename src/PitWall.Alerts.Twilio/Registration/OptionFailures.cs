using Microsoft.Extensions.Options;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>Collects what is wrong with a set of options, so that a host hears everything at once.</summary>
internal sealed class OptionFailures
{
    private readonly List<string> _failures = [];

    public void Add(string key, string rule) => _failures.Add($"{PitWallTwilioOptions.SectionName}: {key} {rule}");

    public void AddSentences(IEnumerable<string> sentences) => _failures.AddRange(sentences);

    public void Check(bool holds, string key, string rule)
    {
        if (!holds)
            Add(key, rule);
    }

    public void CheckRange(TimeSpan value, TimeSpan least, TimeSpan most, string key)
    {
        if (value < least || value > most)
            Add(key, FormattableString.Invariant($"is {value:c} and must be {least:c} to {most:c}."));
    }

    /// <summary>Applies a rule that requests obey too.</summary>
    public void CheckRequest(string key, Action rule)
    {
        try
        {
            rule();
        }
        catch (ArgumentException e)
        {
            Add(key, "is wrong: " + e.Message);
        }
    }

    public ValidateOptionsResult ToResult() =>
        _failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(_failures);
}

namespace PitWall.Alerts.Twilio.Api;

/// <summary>What one set of options lets through, read once.</summary>
internal sealed class GateRules
{
    private readonly HashSet<E164PhoneNumber> _allowed;
    private readonly HashSet<E164PhoneNumber> _rehearsal;
    private readonly HashSet<string> _regions;

    public GateRules(PitWallTwilioOptions options)
    {
        Options = options;
        _allowed = Numbers(options.Gate.AllowedRecipients);
        _rehearsal = Numbers(options.Gate.RehearsalRecipients);
        _regions = new HashSet<string>(options.Numbers.AllowedRegions, StringComparer.OrdinalIgnoreCase);
    }

    public PitWallTwilioOptions Options { get; }

    public bool AllowsInRehearsal(E164PhoneNumber number) => !Options.Gate.Rehearsal || _rehearsal.Contains(number);

    public bool AllowsRecipient(E164PhoneNumber number) => _allowed.Count == 0 || _allowed.Contains(number);

    public bool AllowsRegion(E164PhoneNumber number) => _regions.Count == 0 || (number.Region is { } region && _regions.Contains(region));

    private static HashSet<E164PhoneNumber> Numbers(IList<string> texts)
    {
        var numbers = new HashSet<E164PhoneNumber>(texts.Count);
        foreach (var text in texts)
        {
            // The validator has refused what cannot be read.
            if (E164PhoneNumber.TryParse(text, null, out var number))
                numbers.Add(number);
        }

        return numbers;
    }
}

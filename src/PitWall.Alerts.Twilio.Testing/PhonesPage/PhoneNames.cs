namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>Whose phone each is, in the order of the row.</summary>
internal sealed class PhoneNames(TwilioSandboxOptions options)
{
    public const int MaxLength = 24;

    // Far above what a row can show.
    private const int MaxPhones = 100;

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, string> _names = new(options.PhoneRoles.DistinctBy(static role => role.Number).ToDictionary(static role => role.Number, static role => role.Name));

    public IReadOnlyList<KeyValuePair<string, string>> All
    {
        get { lock (_gate) return [.. _names]; }
    }

    /// <summary>Names a phone; false when there are too many.</summary>
    public bool TryRename(string number, string name)
    {
        lock (_gate)
        {
            if (!_names.ContainsKey(number) && _names.Count >= MaxPhones) return false;

            _names[number] = name;
            return true;
        }
    }
}

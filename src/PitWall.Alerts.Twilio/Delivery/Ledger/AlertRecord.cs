namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>
/// One alert while it is under way. The ledger looks into it until the end and keeps a copy of the facts from then on, so that the
/// record lives no longer than its alert.
/// </summary>
internal sealed class AlertRecord
{
    private AlertFacts _facts;

    public AlertRecord(string id, AlertKind kind, string type, AlertSeverity severity, AlertChannel channel, string? topic)
    {
        Id = id;
        _facts.Id = CompactText.Of(id);
        _facts.Kind = kind;
        _facts.Type = type;
        _facts.Severity = severity;
        _facts.Channel = channel;
        _facts.Topic = topic;
        _facts.Outcome = AlertOutcome.Pending;
    }

    public string Id { get; }

    /// <summary>Its place in the ledger; -1 before it was entered.</summary>
    public long Place { get; set; } = -1;

    /// <summary>What is known of it up to its end.</summary>
    public ref AlertFacts Facts => ref _facts;

    public AlertKind Kind => _facts.Kind;

    public string Type => _facts.Type;

    public AlertSeverity Severity => _facts.Severity;

    public AlertChannel Channel => _facts.Channel;

    public string? Topic => _facts.Topic;

    public string? Detail => _facts.Detail;

    public E164PhoneNumber Recipient
    {
        get => _facts.Recipient;
        set => _facts.Recipient = value;
    }
}

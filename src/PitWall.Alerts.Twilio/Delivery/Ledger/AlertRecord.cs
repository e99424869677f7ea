namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What an alert is, and where the ledger has it. What becomes of it stands in the ledger.</summary>
internal sealed class AlertRecord(string id, AlertKind kind, string type, AlertSeverity severity, AlertChannel channel, string? topic)
{
    public string Id => id;

    public AlertKind Kind => kind;

    public string Type => type;

    public AlertSeverity Severity => severity;

    public AlertChannel Channel => channel;

    public string? Topic => topic;

    /// <summary>When it was decided, as its caller says.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>When it was handed over, as a timestamp of the clock.</summary>
    public required long BeganAt { get; init; }

    public E164PhoneNumber Recipient { get; set; }

    /// <summary>Its place in the ledger; -1 before it was entered.</summary>
    public long Place { get; set; } = -1;

    public bool IsEntered => Place >= 0;

    /// <summary>What is known of it at first.</summary>
    public AlertFacts ToFacts()
    {
        var facts = new AlertFacts
        {
            BeganAt = BeganAt,
            Id = CompactText.Of(id),
            Kind = kind,
            Type = type,
            Severity = severity,
            Channel = channel,
            Topic = topic,
            Recipient = Recipient,
            Outcome = AlertOutcome.Pending,
        };
        facts.Take(AlertStep.Decided, RaisedAt);
        return facts;
    }
}

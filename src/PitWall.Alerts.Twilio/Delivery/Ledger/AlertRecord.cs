namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What an alert is, and where the ledger has it. Its outcome is in the ledger.</summary>
internal class AlertRecord(string id, AlertKind kind, string type, AlertSeverity severity, AlertChannel channel, string? topic, long beganAt)
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
    public long BeganAt => beganAt;

    public E164PhoneNumber Recipient { get; set; }

    /// <summary>Whether it passed deduplication and limits and was written.</summary>
    public bool IsAdmitted { get; set; }

    /// <summary>Its place in the ledger; -1 before it was entered.</summary>
    public long Place { get; set; } = -1;

    public bool IsEntered => Place >= 0;

    /// <summary>What is known of it at first.</summary>
    public AlertFacts ToFacts()
    {
        var facts = new AlertFacts
        {
            BeganAt = beganAt,
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

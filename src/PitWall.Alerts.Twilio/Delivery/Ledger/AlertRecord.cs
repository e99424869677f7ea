namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>One alert in the ledger. Changed under the ledger's lock only.</summary>
internal sealed class AlertRecord(string id, AlertKind kind, string type, AlertSeverity severity, AlertChannel channel, string? topic)
{
    private const int Steps = 9;

    private StepTimes _times;

    /// <summary>When the ledger entered it, as a timestamp of the clock.</summary>
    public long EnteredAt { get; set; }

    public string Id { get; } = id;

    public AlertKind Kind { get; } = kind;

    public string Type { get; } = type;

    public AlertSeverity Severity { get; } = severity;

    public AlertChannel Channel { get; } = channel;

    public string? Topic { get; } = topic;

    public E164PhoneNumber Recipient { get; set; }

    public AlertOutcome Outcome { get; set; } = AlertOutcome.Pending;

    public SuppressionReason Reason { get; set; }

    public string? Detail { get; set; }

    /// <summary>What Twilio reported for an error. It outlives the sentence that says where a waiting alert stands.</summary>
    public string? ReportedDetail { get; set; }

    public string? Sid { get; set; }

    public int Segments { get; set; }

    public int Attempts { get; set; }

    public MessageStatus MessageStatus { get; set; }

    public CallStatus CallStatus { get; set; }

    public TwilioErrorCode? ErrorCode { get; set; }

    public decimal? Price { get; set; }

    public string? PriceUnit { get; set; }

    /// <summary>Notes when a step was taken; the first time counts.</summary>
    public void Take(AlertStep step, DateTimeOffset at)
    {
        if (_times[(int)step] == 0)
            _times[(int)step] = at.UtcTicks + 1;
    }

    /// <summary>Takes a step back that turned out not to have been taken.</summary>
    public void Revoke(AlertStep step) => _times[(int)step] = 0;

    // Kept with one more, so that 0 stands for a step that was not taken.
    public DateTimeOffset? TimeOf(AlertStep step) =>
        _times[(int)step] is var ticks and not 0 ? new DateTimeOffset(ticks - 1, TimeSpan.Zero) : null;

    public AlertEntry ToEntry()
    {
        var times = new Dictionary<AlertStep, DateTimeOffset>();
        for (var step = 0; step < Steps; step++)
        {
            if (TimeOf((AlertStep)step) is { } at)
                times.Add((AlertStep)step, at);
        }

        return new AlertEntry
        {
            Id = Id,
            Kind = Kind,
            Type = Type,
            Severity = Severity,
            Channel = Channel,
            Recipient = Recipient,
            Topic = Topic,
            Outcome = Outcome,
            Reason = Reason,
            Detail = Detail,
            Sid = Sid,
            Segments = Segments,
            Attempts = Attempts,
            MessageStatus = MessageStatus,
            CallStatus = CallStatus,
            ErrorCode = ErrorCode,
            Price = Price,
            PriceUnit = PriceUnit,
            Times = times,
        };
    }

    [System.Runtime.CompilerServices.InlineArray(Steps)]
    private struct StepTimes
    {
        private long _ticks;
    }
}

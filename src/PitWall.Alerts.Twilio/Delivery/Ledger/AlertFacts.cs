using System.Runtime.CompilerServices;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What is known of one alert. Changed under the ledger's lock only.</summary>
internal struct AlertFacts
{
    private const int Steps = 9;

    private StepTimes _times;

    /// <summary>When it was handed over, as a timestamp of the clock.</summary>
    public long BeganAt;

    public CompactText Id;

    public CompactText Sid;

    public E164PhoneNumber Recipient;

    public string Type;

    public string? Topic;

    public string? Detail;

    /// <summary>What Twilio reported for an error. It outlives the sentence that says where a waiting alert stands.</summary>
    public string? ReportedDetail;

    /// <summary>What it cost, once that is known: for few of them, and late.</summary>
    public AlertPrice? Price;

    public int Segments;

    public int Attempts;

    // As small as they are: there are thousands of these.
    private int _errorCode;
    private byte _kind;
    private byte _severity;
    private byte _channel;
    private byte _outcome;
    private byte _messageStatus;
    private byte _callStatus;

    public TwilioErrorCode? ErrorCode
    {
        readonly get => _errorCode == 0 ? null : new TwilioErrorCode(_errorCode);
        set => _errorCode = value?.Value ?? 0;
    }

    public AlertKind Kind { readonly get => (AlertKind)_kind; set => _kind = (byte)value; }

    public AlertSeverity Severity { readonly get => (AlertSeverity)_severity; set => _severity = (byte)value; }

    public AlertChannel Channel { readonly get => (AlertChannel)_channel; set => _channel = (byte)value; }

    public AlertOutcome Outcome { readonly get => (AlertOutcome)_outcome; set => _outcome = (byte)value; }

    public SuppressionReason Reason;

    public MessageStatus MessageStatus { readonly get => (MessageStatus)_messageStatus; set => _messageStatus = (byte)value; }

    public CallStatus CallStatus { readonly get => (CallStatus)_callStatus; set => _callStatus = (byte)value; }

    /// <summary>Notes when a step was taken; the first time counts.</summary>
    public void Take(AlertStep step, DateTimeOffset at)
    {
        if (_times[(int)step] == 0)
            _times[(int)step] = at.UtcTicks + 1;
    }

    /// <summary>Takes a step back that turned out not to have been taken.</summary>
    public void Revoke(AlertStep step) => _times[(int)step] = 0;

    // Kept with one more, so that 0 stands for a step that was not taken.
    public readonly DateTimeOffset? TimeOf(AlertStep step) =>
        _times[(int)step] is var ticks and not 0 ? new DateTimeOffset(ticks - 1, TimeSpan.Zero) : null;

    public readonly AlertEntry ToEntry()
    {
        var times = new Dictionary<AlertStep, DateTimeOffset>();
        for (var step = 0; step < Steps; step++)
        {
            if (TimeOf((AlertStep)step) is { } at)
                times.Add((AlertStep)step, at);
        }

        return new AlertEntry
        {
            Id = Id.ToString()!,
            Kind = Kind,
            Type = Type,
            Severity = Severity,
            Channel = Channel,
            Recipient = Recipient,
            Topic = Topic,
            Outcome = Outcome,
            Reason = Reason,
            Detail = Detail,
            Sid = Sid.ToString(),
            Segments = Segments,
            Attempts = Attempts,
            MessageStatus = MessageStatus,
            CallStatus = CallStatus,
            ErrorCode = ErrorCode,
            Price = Price?.Amount,
            PriceUnit = Price?.Unit,
            Times = times,
        };
    }

    [InlineArray(Steps)]
    private struct StepTimes
    {
        private long _ticks;
    }
}

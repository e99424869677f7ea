namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What makes two alerts one: recipient, channel and the caller's key, else kind, type and message.</summary>
internal readonly struct DuplicateKey : IEquatable<DuplicateKey>
{
    /// <summary>No alert has this kind: a caller's own key never meets a made one.</summary>
    private const AlertKind Own = 0;

    private readonly E164PhoneNumber _recipient;
    private readonly string _type;
    private readonly string _text;
    private readonly AlertChannel _channel;
    private readonly AlertKind _kind;

    // Asked for when an alert comes and when it is forgotten, and the text is long: made once.
    private readonly int _hash;

    public DuplicateKey(E164PhoneNumber recipient, AlertChannel channel, AlertKind kind, string type, string text)
    {
        (_recipient, _channel, _kind, _type, _text) = (recipient, channel, kind, type, text);
        _hash = HashCode.Combine(recipient, channel, kind, type, text);
    }

    public static DuplicateKey Of(AlertJob job)
    {
        var record = job.Record;
        return job.DeduplicationKey is { } key
            ? new(record.Recipient, record.Channel, Own, string.Empty, key)
            : new(record.Recipient, record.Channel, record.Kind, record.Type, job.MessageForKey);
    }

    public bool Equals(DuplicateKey other) =>
        _hash == other._hash
        && _recipient == other._recipient
        && _channel == other._channel
        && _kind == other._kind
        && _type == other._type
        && _text == other._text;

    public override bool Equals(object? obj) => obj is DuplicateKey other && Equals(other);

    public override int GetHashCode() => _hash;
}

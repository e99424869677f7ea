namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What makes two alerts one: recipient, channel and the caller's key, else kind, type and message.</summary>
internal readonly struct DuplicateKey
{
    /// <summary>No alert has this kind: a caller's own key never meets a made one.</summary>
    private const AlertKind Own = 0;

    public DuplicateKey(E164PhoneNumber recipient, AlertChannel channel, AlertKind kind, string type, string text)
    {
        (Recipient, Channel, Kind, Type, Text) = (recipient, channel, kind, type, text);
        Hash = HashCode.Combine(recipient, channel, kind, type, text);
    }

    public E164PhoneNumber Recipient { get; }

    public AlertChannel Channel { get; }

    public AlertKind Kind { get; }

    public string Type { get; }

    public string Text { get; }

    public int Hash { get; }

    public static DuplicateKey Of(AlertJob job)
    {
        var record = job.Record;
        return job.DeduplicationKey is { } key
            ? new(record.Recipient, record.Channel, Own, string.Empty, key)
            : new(record.Recipient, record.Channel, record.Kind, record.Type, job.MessageForKey);
    }
}

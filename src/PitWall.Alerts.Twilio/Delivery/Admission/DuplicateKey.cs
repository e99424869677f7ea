namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What makes two alerts one: recipient, channel and the caller's key, else kind, type and message.</summary>
internal readonly record struct DuplicateKey(E164PhoneNumber Recipient, AlertChannel Channel, AlertKind Kind, string Type, string Text)
{
    /// <summary>No alert has this kind: a caller's own key never meets a made one.</summary>
    private const AlertKind Own = 0;

    public static DuplicateKey Of(AlertJob job)
    {
        var record = job.Record;
        return job.DeduplicationKey is { } key
            ? new(record.Recipient, record.Channel, Own, string.Empty, key)
            : new(record.Recipient, record.Channel, record.Kind, record.Type, job.MessageForKey);
    }
}

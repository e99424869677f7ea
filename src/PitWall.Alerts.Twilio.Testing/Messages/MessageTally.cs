namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>What all messages together came to.</summary>
/// <param name="ToPhones">Messages to phones.</param>
/// <param name="FromPhones">Messages from phones.</param>
/// <param name="Arrived">Messages that reached their phone.</param>
/// <param name="Lost">Messages that failed or could not be delivered.</param>
/// <param name="Segments">Segments that were paid for.</param>
/// <param name="Cost">What was paid, in USD.</param>
internal readonly record struct MessageTally(long ToPhones, long FromPhones, long Arrived, long Lost, long Segments, decimal Cost)
{
    public MessageTally Plus(SandboxMessage message) => message.Direction == SandboxDirection.Inbound
        ? this with { FromPhones = FromPhones + 1 }
        : this with { ToPhones = ToPhones + 1 };

    public MessageTally Moved(SandboxMessage before, SandboxMessage after)
    {
        var isPaid = before.Price is null && after.Price is not null;
        return this with
        {
            Arrived = Arrived + (!before.HasReachedPhone && after.HasReachedPhone ? 1 : 0),
            Lost = Lost + (!IsLost(before) && IsLost(after) ? 1 : 0),
            Segments = Segments + (isPaid ? after.SegmentCount : 0),
            Cost = Cost + (isPaid ? after.Price!.Value : 0),
        };
    }

    private static bool IsLost(SandboxMessage message) => message.Status is SandboxMessageStatus.Failed or SandboxMessageStatus.Undelivered;
}

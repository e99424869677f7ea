namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>The queue of each sender, first in, first out. A message's turn is known the moment it joins.</summary>
internal sealed class SenderQueues(TwilioSandboxOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _freeAt = [];

    /// <summary>Whether a sender's queue has no room for another message.</summary>
    public bool IsFull(string from) => options.QueuesMessages && Backlog(from) >= SenderRates.QueueLength(from);

    /// <summary>Joins the queue.</summary>
    /// <returns>How long until it is this message's turn; null when it would wait longer than it may, in which case it takes no
    /// place.</returns>
    public TimeSpan? Join(SandboxMessage message)
    {
        if (!options.QueuesMessages) return TimeSpan.Zero;

        var from = message.From!;
        var now = options.TimeProvider.GetUtcNow();
        lock (_gate)
        {
            var turn = _freeAt.TryGetValue(from, out var freeAt) && freeAt > now ? freeAt : now;
            if (turn - now >= message.ValidityPeriod) return null;

            _freeAt[from] = turn + TimeSpan.FromSeconds(message.SegmentCount / Rate(from, message.To));
            return turn - now;
        }
    }

    private double Rate(string from, string to) =>
        options.SegmentsPerSecond.TryGetValue(from, out var rate) ? rate : SenderRates.SegmentsPerSecond(from, to);

    private TimeSpan Backlog(string from)
    {
        lock (_gate) return _freeAt.TryGetValue(from, out var freeAt) ? freeAt - options.TimeProvider.GetUtcNow() : TimeSpan.Zero;
    }
}

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>Lets one at a time work on a message or call, so that handlers hear of its steps in order; different ones do not wait.</summary>
internal sealed class SidGates
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Turn> _turns = new(StringComparer.Ordinal);

    /// <summary>How many messages and calls are worked on.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _turns.Count;
        }
    }

    /// <summary>Waits for its turn, which lasts until the result is disposed.</summary>
    public async Task<IDisposable> EnterAsync(string sid, CancellationToken cancellationToken)
    {
        Turn? turn;
        lock (_gate)
        {
            if (!_turns.TryGetValue(sid, out turn))
                _turns.Add(sid, turn = new Turn(this, sid));

            turn.Users++;
        }

        try
        {
            await turn.Semaphore.WaitAsync(cancellationToken).ConfigureAwait(false);
            return turn;
        }
        catch
        {
            Leave(turn);
            throw;
        }
    }

    private void Leave(Turn turn)
    {
        lock (_gate)
        {
            if (--turn.Users > 0)
                return;

            _turns.Remove(turn.Sid);
        }

        turn.Semaphore.Dispose();
    }

    private sealed class Turn(SidGates owner, string sid) : IDisposable
    {
        public SemaphoreSlim Semaphore { get; } = new(1, 1);

        public string Sid => sid;

        public int Users { get; set; }

        public void Dispose()
        {
            Semaphore.Release();
            owner.Leave(this);
        }
    }
}

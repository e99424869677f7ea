using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>The words of calls under way, each under a token that nobody guesses and that holds nothing of them. Thread-safe.</summary>
internal sealed class CallScripts(Entropy entropy, TimeProvider clock, Func<PitWallTwilioOptions> options)
{
    /// <summary>Far more calls than ring at once; beyond it the oldest is forgotten.</summary>
    private const int Capacity = 10_000;

    /// <summary>Whoever keeps pressing other keys hears it that often.</summary>
    private const int MaxFetches = 5;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Published> _published = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Makes words available.</summary>
    /// <returns>The token to fetch them with.</returns>
    public string Publish(CallScript script)
    {
        var token = entropy.NextId();
        lock (_gate)
        {
            _published[token] = new Published(script, clock.GetTimestamp());
            _order.Enqueue(token);
            while (_order.TryPeek(out var oldest) && (_order.Count > Capacity || !_published.TryGetValue(oldest, out var p) || IsOld(p)))
                _published.Remove(_order.Dequeue());
        }

        return token;
    }

    /// <summary>Finds the words for a call. The first call that asks owns them.</summary>
    /// <returns><see langword="null"/> when the token is unknown, too old, another call's, or was used too often.</returns>
    public CallScript? Fetch(string token, string callSid)
    {
        lock (_gate)
        {
            if (!_published.TryGetValue(token, out var published) || IsOld(published) || ++published.Fetches > MaxFetches)
                return null;

            published.CallSid ??= callSid;
            return published.CallSid == callSid ? published.Script : null;
        }
    }

    private bool IsOld(Published published) => clock.GetElapsedTime(published.Since) > options().Voice.ScriptLifetime;

    private sealed class Published(CallScript script, long since)
    {
        public CallScript Script => script;

        public long Since => since;

        public string? CallSid { get; set; }

        public int Fetches { get; set; }
    }
}

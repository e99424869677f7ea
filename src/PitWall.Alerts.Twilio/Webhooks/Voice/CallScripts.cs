using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>The words of calls under way, each under an unguessable token that reveals nothing of them. Thread-safe.</summary>
internal sealed class CallScripts(Entropy entropy, TimeProvider clock, Func<PitWallTwilioOptions> options)
{
    /// <summary>Far more calls than ring at once; beyond it the oldest is forgotten.</summary>
    private const int Capacity = 10_000;

    /// <summary>How often a person who keeps pressing other keys hears the words.</summary>
    private const int MaxFetches = 5;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Published> _published = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Makes words available.</summary>
    /// <returns>The token to fetch them with.</returns>
    public string Publish(CallScript script)
    {
        var token = entropy.NextId();
        var lifetime = options().Voice.ScriptLifetime;
        lock (_gate)
        {
            _published[token] = new Published(script, clock.GetTimestamp());
            _order.Enqueue(token);
            while (_order.TryPeek(out var oldest) && (_order.Count > Capacity || !_published.TryGetValue(oldest, out var p) || IsOld(p, lifetime)))
                _published.Remove(_order.Dequeue());
        }

        return token;
    }

    /// <summary>Finds the words for a call. The first calls that ask own them, as many as may have been placed for one alert.</summary>
    /// <param name="token">What they were published under.</param>
    /// <param name="callSid">The call.</param>
    /// <param name="isHeard">Whether somebody confirms that they were heard: that is never once too often.</param>
    /// <returns><see langword="null"/> when the token is unknown, too old, other calls', or was used too often.</returns>
    public CallScript? Fetch(string token, string callSid, bool isHeard = false)
    {
        var current = options();
        var mostCalls = current.Transmit.MaxAttempts;
        lock (_gate)
        {
            if (!_published.TryGetValue(token, out var published) || IsOld(published, current.Voice.ScriptLifetime))
                return null;

            if (!published.Fetches.TryGetValue(callSid, out var fetches) && published.Fetches.Count >= mostCalls)
                return null;

            if (fetches > 0 && isHeard)
                return published.Script;

            if (fetches == MaxFetches)
                return null;

            published.Fetches[callSid] = fetches + 1;
            return published.Script;
        }
    }

    private bool IsOld(Published published, TimeSpan lifetime) => clock.GetElapsedTime(published.Since) > lifetime;

    private sealed class Published(CallScript script, long since)
    {
        public CallScript Script => script;

        public long Since => since;

        /// <summary>How often each call has asked.</summary>
        public Dictionary<string, int> Fetches { get; } = new(StringComparer.Ordinal);
    }
}

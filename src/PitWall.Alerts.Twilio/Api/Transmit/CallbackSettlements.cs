using System.Collections.Concurrent;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Passes the SID from a signed callback that names our alert to the create that is under way for it.</summary>
internal sealed class CallbackSettlements
{
    private readonly ConcurrentDictionary<string, Expectation> _expected = new(StringComparer.Ordinal);

    /// <summary>Reports that a SID belongs to an alert. Does nothing if no create is waiting for it.</summary>
    public void Settle(string alertId, string sid)
    {
        if (_expected.TryGetValue(alertId, out var expectation))
            expectation.Tell(sid);
    }

    /// <summary>Begins to listen for an alert's SID, until disposed. An alert without an id never gets one.</summary>
    public Expectation Expect(string? alertId) => alertId is null ? Expectation.None : _expected[alertId] = new Expectation(this, alertId);

    internal sealed class Expectation(CallbackSettlements? owner, string? alertId) : IDisposable
    {
        /// <summary>One that never gets a SID.</summary>
        public static Expectation None { get; } = new(null, null);

        private readonly TaskCompletionSource<string> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Whether a callback could name the alert at all.</summary>
        public bool CanBeTold => alertId is not null;

        public string? Sid => _told.Task.IsCompletedSuccessfully ? _told.Task.Result : null;

        public void Tell(string sid) => _told.TrySetResult(sid);

        /// <summary>Waits until the SID is known or the time is up, whichever comes first.</summary>
        public async Task WaitAsync(TimeSpan time, TimeProvider clock, CancellationToken cancellationToken)
        {
            try
            {
                await _told.Task.WaitAsync(time, clock, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // Time to look at the list again.
            }
        }

        public void Dispose()
        {
            if (alertId is not null)
                owner!._expected.TryRemove(new KeyValuePair<string, Expectation>(alertId, this));
        }
    }
}

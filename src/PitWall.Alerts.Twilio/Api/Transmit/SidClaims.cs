namespace PitWall.Alerts.Twilio.Api;

/// <summary>The SIDs that already belong to an alert, so that reconciliation never adopts one twice.</summary>
internal sealed class SidClaims
{
    /// <summary>More than a short code creates within the longest reconciliation window (100 a second for 5 min).</summary>
    private const int Capacity = 32_768;

    private readonly BoundedSet<string> _claimed = new(Capacity, StringComparer.Ordinal);

    /// <summary>Claims a SID.</summary>
    /// <returns><see langword="false"/> when it belongs to another alert already.</returns>
    public bool TryClaim(string sid) => _claimed.Add(sid);

    public bool IsClaimed(string sid) => _claimed.Contains(sid);
}

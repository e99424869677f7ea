namespace PitWall.Alerts.Twilio.Api;

/// <summary>The SIDs that already belong to an alert, so that reconciliation never adopts one twice.</summary>
internal sealed class SidClaims
{
    /// <summary>Far more than are created within the longest reconciliation window.</summary>
    private const int Capacity = 16_384;

    private readonly BoundedSet<string> _claimed = new(Capacity, StringComparer.Ordinal);

    /// <summary>Claims a SID.</summary>
    /// <returns><see langword="false"/> when it belongs to another alert already.</returns>
    public bool TryClaim(string sid) => _claimed.Add(sid);

    public bool IsClaimed(string sid) => _claimed.Contains(sid);
}

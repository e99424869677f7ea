namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What the ledger says of an alert that has no end yet: no hold is silent.</summary>
internal static class AlertHolds
{
    public const string Queued = "It waits in its sender's queue.";

    public const string UnderWay = "Its request is under way.";

    public const string Following = "An equal alert to this recipient is under way; it shares its end.";
}

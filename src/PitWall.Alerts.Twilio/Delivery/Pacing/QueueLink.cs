namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>An alert's place in a queue: the lane is a list through the alerts themselves, so leaving it is O(1) and allocates nothing.</summary>
internal struct QueueLink
{
    public AlertJob? Next;
    public AlertJob? Previous;

    /// <summary>The clock's timestamp at joining.</summary>
    public long EnqueuedAt;

    /// <summary>Its place among the deadlines, from 1; 0 for none.</summary>
    public int HeapIndex;

    public bool IsQueued;
}

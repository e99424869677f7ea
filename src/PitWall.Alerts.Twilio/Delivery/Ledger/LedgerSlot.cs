namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>One alert's place in the ledger's ring.</summary>
internal struct LedgerSlot
{
    /// <summary>The alert's place among those under way, whose records have their facts; 0 once it has ended.</summary>
    public int UnderWay;

    /// <summary>The facts from the end on.</summary>
    public AlertFacts Ended;

    /// <summary>When the ledger entered it, as a timestamp of the clock.</summary>
    public long EnteredAt;
}

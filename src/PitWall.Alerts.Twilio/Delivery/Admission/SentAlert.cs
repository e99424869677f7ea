namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>An alert that was sent, or may have been, as what holds its key remembers it.</summary>
/// <param name="Place">Its place in the ledger, which knows the rest for as long as it remembers the alert.</param>
/// <param name="Outcome">How it ended.</param>
internal readonly record struct SentAlert(long Place, AlertOutcome Outcome);

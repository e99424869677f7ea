namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What had to leave a queue because an alert joined it.</summary>
/// <param name="Superseded">The older alerts of its topic.</param>
/// <param name="Refused">The alert there was no room for; the joining one itself perhaps.</param>
/// <param name="RefusedBecause">Why there was none.</param>
internal readonly record struct QueueChange(IReadOnlyList<AlertJob> Superseded, AlertJob? Refused, SuppressionReason RefusedBecause);

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>What Twilio charged for an alert.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Unit">Of what currency, where it said so.</param>
internal sealed record AlertPrice(decimal Amount, string? Unit);

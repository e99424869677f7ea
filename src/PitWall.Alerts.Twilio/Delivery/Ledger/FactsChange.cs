namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Changes what is known of an alert.</summary>
internal delegate void FactsChange<in TState>(ref AlertFacts facts, TState state);

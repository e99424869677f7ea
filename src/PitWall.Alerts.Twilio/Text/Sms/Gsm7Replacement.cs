namespace PitWall.Alerts.Twilio.Text;

/// <summary>A replacement and how it meets its neighbours.</summary>
internal readonly record struct Gsm7Replacement(string Text, Gsm7ReplacementStyle Style);

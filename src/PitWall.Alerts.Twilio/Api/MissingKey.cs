namespace PitWall.Alerts.Twilio.Api;

/// <summary>A key that a configuration lacks.</summary>
/// <param name="Key">Its name in the section.</param>
/// <param name="ClassicKey">Its name among the four classic secrets, where it is one.</param>
internal readonly record struct MissingKey(string Key, string? ClassicKey);

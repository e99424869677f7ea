namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>How a request calls what Twilio may find wrong with it.</summary>
/// <param name="Text">The field with the text.</param>
/// <param name="HasSender">Whether the caller chose the sender; otherwise a wrong one is the host's.</param>
internal readonly record struct RequestFields(string Text, bool HasSender);

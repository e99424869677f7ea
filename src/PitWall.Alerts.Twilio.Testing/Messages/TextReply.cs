namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>A message that a host answers a text with.</summary>
/// <param name="To">To whom, as the host wrote it; null for whoever wrote.</param>
/// <param name="Body">The text; empty where there is media alone.</param>
/// <param name="MediaUrls">Addresses of media.</param>
internal sealed record TextReply(string? To, string Body, IReadOnlyList<string> MediaUrls);

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The holder of a key.</summary>
/// <param name="Job">The alert while it is under way.</param>
/// <param name="Sent">The alert once it was sent, or may have been.</param>
internal readonly record struct DuplicateHolder(AlertJob? Job, SentAlert? Sent);

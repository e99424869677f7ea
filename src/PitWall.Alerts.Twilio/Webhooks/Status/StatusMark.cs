namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>A status that was reported, and when we first heard of it.</summary>
internal readonly record struct StatusMark<TStatus>(TStatus Status, DateTimeOffset At)
    where TStatus : struct, Enum;

namespace PitWall.Alerts.Twilio.Testing.Phones;

/// <summary>Who or what takes a call.</summary>
internal enum PhoneAnswer
{
    Attended,
    Pressing,
    Ringing,
    Machine,
    Busy,
    Unanswered,
    Unreachable,
}

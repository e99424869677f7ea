namespace PitWall.Alerts.Twilio.Testing.Faults;

/// <summary>What is done to an honest answer.</summary>
internal enum FaultDamage
{
    None,
    SlowHeaders,
    SlowBody,
    CutBody,
    EmptyBody,
    WrongContentType,
    Reset,
}

namespace PitWall.Alerts.Twilio;

/// <summary>Whether Twilio finds out if a person or a machine answered.</summary>
/// <remarks>Source: Twilio docs, Call resource, parameter <c>MachineDetection</c>.</remarks>
public enum MachineDetection
{
    /// <summary>It does not.</summary>
    None = 0,

    /// <summary>It does, as soon as it can tell.</summary>
    Enable = 1,

    /// <summary>It does, and waits for a machine's greeting to end.</summary>
    DetectMessageEnd = 2,
}

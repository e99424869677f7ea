namespace PitWall.Alerts.Twilio;

/// <summary>Whether Twilio detects if a person or a machine answered.</summary>
/// <remarks>Source: Twilio docs, Call resource, parameter <c>MachineDetection</c>.</remarks>
public enum MachineDetection
{
    /// <summary>No detection.</summary>
    None = 0,

    /// <summary>Detection that reports as soon as Twilio can tell.</summary>
    Enable = 1,

    /// <summary>Detection that waits for a machine's greeting to end.</summary>
    DetectMessageEnd = 2,
}

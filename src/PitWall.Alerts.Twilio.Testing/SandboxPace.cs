namespace PitWall.Alerts.Twilio.Testing;

/// <summary>
/// How long the steps of a message and a call take, on the sandbox's clock. All are zero by default: everything a request starts has
/// happened when its answer arrives, and only the answer itself still shows the first status.
/// </summary>
public sealed record SandboxPace
{
    /// <summary>From the create request to the handover to the carrier. Default zero.</summary>
    public TimeSpan Send { get; init; }

    /// <summary>From the carrier to the phone. Default zero.</summary>
    public TimeSpan Deliver { get; init; }

    /// <summary>From arrival on the phone to reading, for phones that report reading. Default zero.</summary>
    public TimeSpan Read { get; init; }

    /// <summary>From the create request to the first ring of a call. Default zero.</summary>
    public TimeSpan Dial { get; init; }

    /// <summary>From the first ring to the answer, for phones that answer by themselves. Default zero.</summary>
    public TimeSpan Answer { get; init; }

    /// <summary>
    /// Whether speech and pauses of a call take as long as in reality, at about 15 characters a second. Default false: they take no
    /// time.
    /// </summary>
    public bool SpeaksInRealTime { get; init; }
}

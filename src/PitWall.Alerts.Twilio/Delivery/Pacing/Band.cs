namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The lanes of a queue, most urgent first.</summary>
internal enum Band : byte
{
    /// <summary>Before everything else. Nothing ages into it.</summary>
    Critical = 0,

    /// <summary>High severity.</summary>
    High = 1,

    /// <summary>Medium severity.</summary>
    Medium = 2,

    /// <summary>Low severity.</summary>
    Low = 3,
}

namespace PitWall.Alerts.Twilio;

/// <summary>An alert that must be heard before anything else: red flag, full course yellow, stop the car.</summary>
/// <remarks>It overtakes every queued alert of another kind and is never cut to a segment budget.</remarks>
public sealed record CriticalAlert : Alert
{
    /// <summary>Creates a critical alert.</summary>
    /// <param name="message">What must be heard.</param>
    public CriticalAlert(string message)
        : base(message, AlertSeverity.High)
    {
    }

    /// <inheritdoc/>
    public override AlertKind Kind => AlertKind.Critical;
}

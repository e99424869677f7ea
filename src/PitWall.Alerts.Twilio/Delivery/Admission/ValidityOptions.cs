namespace PitWall.Alerts.Twilio;

/// <summary>How long alerts are worth reading, by kind. Each 2 s to 7 days: an alert with less than 1 s left is not sent.</summary>
public sealed class ValidityOptions
{
    /// <summary>Critical alerts. Default 10 min.</summary>
    public TimeSpan Critical { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Strategy alerts. Default 3 min.</summary>
    public TimeSpan Strategy { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Coaching alerts. Default 15 min.</summary>
    public TimeSpan Coaching { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Batches. Default 30 min.</summary>
    public TimeSpan Batch { get; set; } = TimeSpan.FromMinutes(30);

    internal TimeSpan For(AlertKind kind) => kind switch
    {
        AlertKind.Critical => Critical,
        AlertKind.Strategy => Strategy,
        AlertKind.Coaching => Coaching,
        _ => Batch,
    };
}

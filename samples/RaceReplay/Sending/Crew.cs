using PitWall.Alerts.Twilio;

namespace RaceReplay.Sending;

/// <summary>Who hears what: strategy and critical alerts go to the pit wall, coaching to the driver's coach.</summary>
internal sealed record Crew(AlertRecipient PitWall, AlertRecipient Coach)
{
    /// <summary>Two virtual phones. 555-01xx numbers belong to nobody.</summary>
    public static Crew Virtual { get; } = new("+15125550142", "+15125550143");

    /// <summary>One phone for everything.</summary>
    public static Crew Of(string phone) => new(phone, phone);

    public AlertRecipient For(Alert alert) => alert is CoachingAlert ? Coach : PitWall;
}

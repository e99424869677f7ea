using PitWall.Alerts.Twilio;

namespace RaceReplay.Sending;

/// <summary>The wire name of what an alert is about.</summary>
internal static class AlertName
{
    public static string Of(Alert alert) => alert switch
    {
        StrategyAlert strategy => strategy.Type.Name,
        CoachingAlert coaching => coaching.Type.Name,
        _ => "critical",
    };
}

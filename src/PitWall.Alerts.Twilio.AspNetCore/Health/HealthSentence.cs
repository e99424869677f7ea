namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Says a health report in a sentence.</summary>
internal static class HealthSentence
{
    public static string Of(TwilioHealthReport report) => report switch
    {
        { IsAvailable: true } => "Alerts can leave.",
        { IsConfigured: false } => $"Twilio is not configured. Missing: {string.Join(", ", report.Missing)}.",
        { IsCircuitOpen: true } => "Requests are held back because Twilio refused the account.",
        { IsReachable: false, Error: { } error } => $"Twilio cannot be reached or refuses the credentials: {error.Message}",
        { IsReachable: false } => "Twilio cannot be reached.",
        _ => $"The account is {report.AccountStatus}.",
    };
}

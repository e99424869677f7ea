using PitWall.Alerts.Twilio.Testing.Rest;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>When a scheduled message is to be sent.</summary>
/// <remarks>
/// Source: Twilio docs, errors 35111, 35114, 35118 (April 2026): more than 300 seconds and at most 35 days ahead. Other pages still say 15
/// minutes; a client that keeps to those passes here too.
/// </remarks>
internal static class SendTime
{
    private static readonly TimeSpan Min = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan Max = TimeSpan.FromDays(35);

    public static ApiError? TryRead(ApiRequest request, DateTimeOffset now, out DateTimeOffset? sendAt)
    {
        sendAt = null;
        if (request["ScheduleType"] is not { } type) return null;
        if (type != "fixed") return new(35126, "The 'ScheduleType' is not supported.");
        if (request["MessagingServiceSid"] is null) return new(35118, "Scheduling a message needs a 'MessagingServiceSid'.");
        if (request["SendAt"] is not { } text) return new(35111, "The 'SendAt' timestamp is missing.");
        if (!IsoTime.TryParse(text, out var time)
            || time - now <= Min
            || time - now > Max)
        {
            return new(35114, "The 'SendAt' timestamp must be more than 300 seconds and at most 35 days in the future.");
        }

        sendAt = time;
        return null;
    }
}

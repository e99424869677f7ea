using System.Globalization;
using PitWall.Alerts.Twilio.Testing.Messages;
using PitWall.Alerts.Twilio.Testing.Rest;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>The fields of a call's status callback. Source: Twilio docs, Call resource, "StatusCallback HTTP parameters".</summary>
internal static class CallCallback
{
    /// <param name="call">The call.</param>
    /// <param name="status">The status to report; <c>initiated</c> exists only here.</param>
    /// <param name="sequence">Counts this call's callbacks from 0.</param>
    /// <param name="now">The sandbox's time.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(SandboxCall call, string status, int sequence, DateTimeOffset now)
    {
        var fields = Common(call, status);
        fields.Add(new("Timestamp", TwilioJson.Date(now)));
        fields.Add(new("CallbackSource", "call-progress-events"));
        fields.Add(new("SequenceNumber", sequence.ToString(CultureInfo.InvariantCulture)));
        if (call.Duration is { } duration)
        {
            var seconds = (int)duration.TotalSeconds;
            fields.Add(new("CallDuration", seconds.ToString(CultureInfo.InvariantCulture)));
            // Minutes begun, as they are billed.
            fields.Add(new("Duration", ((seconds + 59) / 60).ToString(CultureInfo.InvariantCulture)));
        }

        return fields;
    }

    /// <summary>What every voice webhook carries.</summary>
    public static List<KeyValuePair<string, string>> Common(SandboxCall call, string status) =>
    [
        new("Called", call.To),
        new("Caller", call.From),
        new("CallSid", call.Sid),
        new("AccountSid", call.AccountSid),
        new("From", call.From),
        new("To", call.To),
        new("CallStatus", status),
        new("ApiVersion", "2010-04-01"),
        new("Direction", call.Direction.Wire()),
    ];
}

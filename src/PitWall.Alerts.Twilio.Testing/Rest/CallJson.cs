using System.Globalization;
using System.Text.Json;
using PitWall.Alerts.Twilio.Testing.Messages;
using PitWall.Alerts.Twilio.Testing.Voice;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>The Call resource. Source: twilio/twilio-oai, <c>api.v2010.account.call</c>.</summary>
internal static class CallJson
{
    public static void Write(Utf8JsonWriter writer, SandboxCall call)
    {
        var path = $"/2010-04-01/Accounts/{call.AccountSid}/Calls/{call.Sid}";
        writer.WriteStartObject();
        writer.WriteString("sid", call.Sid);
        writer.WriteDate("date_created", call.DateCreated);
        writer.WriteDate("date_updated", call.DateUpdated);
        writer.WriteNull("parent_call_sid");
        writer.WriteString("account_sid", call.AccountSid);
        writer.WriteString("to", call.To);
        writer.WriteString("to_formatted", Display(call.To));
        writer.WriteString("from", call.From);
        writer.WriteString("from_formatted", Display(call.From));
        writer.WriteNull("phone_number_sid");
        writer.WriteString("status", call.Status.Wire());
        writer.WriteDate("start_time", call.StartTime);
        writer.WriteDate("end_time", call.EndTime);
        writer.WriteString("duration", call.Duration is { } duration ? ((int)duration.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null);
        writer.WriteNull("price");
        writer.WriteString("price_unit", "USD");
        writer.WriteString("direction", call.Direction.Wire());
        writer.WriteString("answered_by", call.AnsweredBy);
        writer.WriteString("api_version", "2010-04-01");
        writer.WriteNull("forwarded_from");
        writer.WriteNull("group_sid");
        writer.WriteNull("caller_name");
        writer.WriteString("queue_time", ((long)call.QueueTime.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        writer.WriteNull("trunk_sid");
        writer.WriteString("uri", path + ".json");
        writer.WriteStartObject("subresource_uris");
        writer.WriteString("events", path + "/Events.json");
        writer.WriteString("notifications", path + "/Notifications.json");
        writer.WriteString("recordings", path + "/Recordings.json");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>North American numbers are shown as <c>(512) 555-0100</c>, others as they are.</summary>
    private static string Display(string number) =>
        number is ['+', '1', _, _, _, _, _, _, _, _, _, _] ? $"({number[2..5]}) {number[5..8]}-{number[8..]}" : number;
}

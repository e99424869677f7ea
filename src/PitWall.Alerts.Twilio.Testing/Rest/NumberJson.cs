using System.Text.Json;
using PitWall.Alerts.Twilio.Testing.Account;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>The IncomingPhoneNumber resource. Source: twilio/twilio-oai, <c>api.v2010.account.incoming_phone_number</c>.</summary>
internal static class NumberJson
{
    public static void Write(Utf8JsonWriter writer, OwnedNumber number, string accountSid)
    {
        writer.WriteStartObject();
        writer.WriteString("sid", number.Sid);
        writer.WriteString("account_sid", accountSid);
        writer.WriteString("friendly_name", number.FriendlyName);
        writer.WriteString("phone_number", number.PhoneNumber);
        writer.WriteString("voice_url", number.VoiceUrl);
        writer.WriteString("voice_method", number.VoiceMethod);
        writer.WriteString("voice_fallback_url", number.VoiceFallbackUrl);
        writer.WriteString("voice_fallback_method", number.VoiceFallbackMethod);
        writer.WriteBoolean("voice_caller_id_lookup", false);
        writer.WriteNull("voice_application_sid");
        writer.WriteString("voice_receive_mode", "voice");
        writer.WriteDate("date_created", number.DateCreated);
        writer.WriteDate("date_updated", number.DateUpdated);
        writer.WriteString("sms_url", number.SmsUrl);
        writer.WriteString("sms_method", number.SmsMethod);
        writer.WriteString("sms_fallback_url", number.SmsFallbackUrl);
        writer.WriteString("sms_fallback_method", number.SmsFallbackMethod);
        writer.WriteNull("sms_application_sid");
        writer.WriteStartObject("capabilities");
        writer.WriteBoolean("voice", true);
        writer.WriteBoolean("sms", true);
        writer.WriteBoolean("mms", true);
        writer.WriteBoolean("fax", false);
        writer.WriteEndObject();
        writer.WriteString("status_callback", number.StatusCallback);
        writer.WriteString("status_callback_method", number.StatusCallbackMethod);
        writer.WriteBoolean("beta", false);
        writer.WriteString("api_version", "2010-04-01");
        writer.WriteNull("identity_sid");
        writer.WriteNull("address_sid");
        writer.WriteString("address_requirements", "none");
        writer.WriteNull("trunk_sid");
        writer.WriteString("emergency_status", "Inactive");
        writer.WriteNull("emergency_address_sid");
        writer.WriteString("emergency_address_status", "unregistered");
        writer.WriteNull("bundle_sid");
        writer.WriteString("origin", "twilio");
        writer.WriteString("status", "in-use");
        writer.WriteString("type", "local");
        writer.WriteString("uri", $"/2010-04-01/Accounts/{accountSid}/IncomingPhoneNumbers/{number.Sid}.json");
        writer.WriteEndObject();
    }
}

using System.Globalization;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>
/// What Twilio calls the errors that become known after a message was accepted. Source: Twilio docs, "Error and warning dictionary".
/// </summary>
internal static class DeliveryErrors
{
    public static string Message(int code) => Find(code) ?? "Error " + code.ToString(CultureInfo.InvariantCulture);

    /// <summary>The error in Twilio's words; null for one that is not listed here.</summary>
    public static string? Find(int code) => code switch
    {
        30001 => "Queue overflow",
        30002 => "Account suspended",
        30003 => "Unreachable destination handset",
        30004 => "Message blocked",
        30005 => "Unknown destination handset",
        30006 => "Landline or unreachable carrier",
        30007 => "Carrier violation",
        30008 => "Unknown error",
        30022 => "Exceeded throughput",
        30032 => "Toll-free number has not been verified",
        30034 => "Message from an unregistered number",
        30036 => "Validity period expired",
        30044 => "Trial message length exceeded",
        63003 => "Channel could not find To address",
        63016 => "Failed to send freeform message because you are outside the allowed window",
        63018 => "Rate limit exceeded for channel",
        63024 => "Invalid message recipient",
        63028 => "Number of parameters provided does not match the expected number of parameters",
        _ => null,
    };
}

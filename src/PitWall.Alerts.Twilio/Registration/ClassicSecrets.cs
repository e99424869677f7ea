using System.Collections;
using Microsoft.Extensions.Configuration;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>The four flat keys of the original system, read from a configuration, or from the environment where there is none.</summary>
internal static class ClassicSecrets
{
    public const string Sid = "Twilio_SID";
    public const string Secret = "Twilio_Secret";
    public const string PhoneNumber = "Twilio_Phone_Number";
    public const string WhatsAppNumber = "Twilio_WhatsApp_Number";

    /// <summary>Sets what is not set yet; an empty value in the section counts as not set.</summary>
    public static void Apply(PitWallTwilioOptions options, IConfiguration? configuration)
    {
        Func<string, string?> read = configuration is null ? FromEnvironment : key => configuration[key];
        options.AccountSid = Fill(options.AccountSid, read, Sid);
        options.AuthToken = Fill(options.AuthToken, read, Secret);
        options.PhoneNumber = Fill(options.PhoneNumber, read, PhoneNumber);
        options.WhatsAppNumber = Fill(options.WhatsAppNumber, read, WhatsAppNumber);
    }

    private static string? Fill(string? value, Func<string, string?> read, string key) => string.IsNullOrWhiteSpace(value) ? read(key) : value;

    // Configuration keys ignore case, and so does this where the operating system does not.
    private static string? FromEnvironment(string key)
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (string.Equals((string)variable.Key, key, StringComparison.OrdinalIgnoreCase))
                return (string?)variable.Value;
        }

        return null;
    }
}

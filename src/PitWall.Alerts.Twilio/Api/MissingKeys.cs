namespace PitWall.Alerts.Twilio.Api;

/// <summary>Names what a configuration lacks, by the keys a host would set.</summary>
internal static class MissingKeys
{
    public static IReadOnlyList<string> Of(PitWallTwilioOptions options)
    {
        if (options.IsConfigured)
            return [];

        var missing = new List<string>(3);
        if (string.IsNullOrEmpty(options.AccountSid))
            missing.Add("Twilio_SID");

        if (!string.IsNullOrEmpty(options.ApiKeySid) && string.IsNullOrEmpty(options.ApiKeySecret))
            missing.Add("ApiKeySecret");
        else if (string.IsNullOrEmpty(options.ApiKeySid) && string.IsNullOrEmpty(options.AuthToken))
            missing.Add("Twilio_Secret");

        if (!options.HasSender)
            missing.Add("Twilio_Phone_Number");

        return missing;
    }
}

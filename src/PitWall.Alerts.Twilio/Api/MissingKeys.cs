namespace PitWall.Alerts.Twilio.Api;

/// <summary>Names what a configuration lacks, by the keys a host would set.</summary>
internal static class MissingKeys
{
    /// <returns>The classic names for the default account, which reads them; the section's full keys for any other.</returns>
    public static IReadOnlyList<string> Of(PitWallTwilioOptions options) =>
        [.. Find(options).Select(k => options.Account.Length == 0 && k.ClassicKey is { } classic ? classic : $"{options.Section}:{k.Key}")];

    public static IEnumerable<MissingKey> Find(PitWallTwilioOptions options)
    {
        if (string.IsNullOrEmpty(options.AccountSid))
            yield return new MissingKey("AccountSid", "Twilio_SID");

        var (hasKey, hasSecret) = (!string.IsNullOrEmpty(options.ApiKeySid), !string.IsNullOrEmpty(options.ApiKeySecret));
        if (hasKey && !hasSecret)
            yield return new MissingKey("ApiKeySecret", null);
        else if (hasSecret && !hasKey)
            yield return new MissingKey("ApiKeySid", null);
        else if (!hasKey && string.IsNullOrEmpty(options.AuthToken))
            yield return new MissingKey("AuthToken", "Twilio_Secret");

        if (!options.HasSender)
            yield return new MissingKey("PhoneNumber", "Twilio_Phone_Number");
    }
}

using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>Credentials and senders: their shape, and whether all of them are there.</summary>
internal static class AccountRules
{
    public static void Check(OptionFailures failures, PitWallTwilioOptions o)
    {
        failures.CheckClassic(IsEmptyOr(o.AccountSid, v => Sid.Is(v, "AC")), "AccountSid", ClassicSecrets.Sid, "must be AC and 32 hexadecimal digits.");
        failures.Check(IsEmptyOr(o.ApiKeySid, v => Sid.Is(v, "SK")), "ApiKeySid", "must be SK and 32 hexadecimal digits.");
        failures.CheckClassic(
            IsEmptyOr(o.PhoneNumber, SenderAddress.CanText), "PhoneNumber", ClassicSecrets.PhoneNumber,
            "must be a number in E.164 such as +16502530000, a short code, or an alphanumeric sender of up to 11 characters.");
        failures.CheckClassic(
            IsEmptyOr(o.WhatsAppNumber, v => SenderAddress.OnWhatsApp(v) is not null), "WhatsAppNumber", ClassicSecrets.WhatsAppNumber,
            "must be a number in E.164, with or without whatsapp: in front.");
        failures.Check(IsEmptyOr(o.MessagingServiceSid, v => Sid.Is(v, "MG")), "MessagingServiceSid", "must be MG and 32 hexadecimal digits.");

        // Nothing at all is a host that does not use Twilio. Something is a mistake in the making.
        if (o.IsUntouched)
            return;

        foreach (var missing in MissingKeys.Find(o))
        {
            const string rule = "is missing while other parts of Twilio are configured.";
            if (missing.ClassicKey is { } classic)
                failures.CheckClassic(false, missing.Key, classic, rule);
            else
                failures.Add(missing.Key, rule);
        }
    }

    private static bool IsEmptyOr(string? value, Func<string, bool> rule) => string.IsNullOrEmpty(value) || rule(value);
}

using Microsoft.Extensions.Options;
using PitWall.Alerts.Twilio.Text;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>Checks the options at start and at every reload. A failure names the key and the rule and shows no secret.</summary>
internal sealed class PitWallTwilioOptionsValidator : IValidateOptions<PitWallTwilioOptions>
{
    public ValidateOptionsResult Validate(string? name, PitWallTwilioOptions options)
    {
        var failures = new OptionFailures(name ?? string.Empty);
        AccountRules.Check(failures, options);
        AddressRules.Check(failures, options);
        NumberRules.Check(failures, options.Numbers);
        VoiceRules.Check(failures, options.Voice);
        TransmitRules.Check(failures, options.Transmit);
        GateOptionRules.Check(failures, options.Gate);
        DeliveryRules.Check(failures, options.Delivery);
        WebhookRules.Check(failures, options.Webhooks);
        WebhookRules.Check(failures, options.Polling);
        failures.AddSentences(AlertTextOptionsValidator.Validate(options.Text, failures.Section + ":Text"));
        return failures.ToResult();
    }
}

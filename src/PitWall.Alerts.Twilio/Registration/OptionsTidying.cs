using Microsoft.Extensions.Options;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>
/// Cleans up what configurations bring along: line ends of secrets that were mounted as files, and the <c>null</c> of an emptied section.
/// </summary>
internal sealed class OptionsTidying : IPostConfigureOptions<PitWallTwilioOptions>
{
    public void PostConfigure(string? name, PitWallTwilioOptions o)
    {
        o.Account = name ?? string.Empty;
        o.Section = ConfigurationBinding.PathOf(o.Account);
        o.AccountSid = o.AccountSid?.Trim();
        o.AuthToken = o.AuthToken?.Trim();
        o.ApiKeySid = o.ApiKeySid?.Trim();
        o.ApiKeySecret = o.ApiKeySecret?.Trim();
        o.PhoneNumber = o.PhoneNumber?.Trim();
        o.WhatsAppNumber = o.WhatsAppNumber?.Trim();
        o.MessagingServiceSid = o.MessagingServiceSid?.Trim();
        o.Edge = o.Edge?.Trim();
        o.Region = o.Region?.Trim();
        FillGroups(o);
        Fill(o.Numbers);
        Fill(o.Gate);
        Fill(o.Delivery);
        Fill(o.Text);
        o.BaseAddress = Trim(o.BaseAddress);
        o.StatusCallback = Trim(o.StatusCallback);
        o.Voice.ScriptAddress = Trim(o.Voice.ScriptAddress);

        // As Twilio calls and signs it.
        o.Webhooks.PublicAddress = Trim(o.Webhooks.PublicAddress) is { } address && WebAddress.FindProblem(address) is null
            ? new Uri(WebAddress.OnWire(address))
            : o.Webhooks.PublicAddress;
        o.Webhooks.AdditionalAuthTokens = [.. (o.Webhooks.AdditionalAuthTokens ?? []).Select(token => token?.Trim() ?? string.Empty)];
    }

    private static Uri? Trim(Uri? address) =>
        address?.OriginalString.Trim() is { } text && text.Length != address.OriginalString.Length && Uri.TryCreate(text, UriKind.Absolute, out var trimmed)
            ? trimmed
            : address;

    private static void FillGroups(PitWallTwilioOptions o)
    {
        o.Numbers ??= new PhoneNumberOptions();
        o.Voice ??= new VoiceOptions();
        o.Transmit ??= new TransmitOptions();
        o.Gate ??= new GateOptions();
        o.Delivery ??= new DeliveryOptions();
        o.Text ??= new AlertTextOptions();
        o.Webhooks ??= new WebhookOptions();
        o.Polling ??= new PollingOptions();
    }

    private static void Fill(PhoneNumberOptions o)
    {
        o.AllowedRegions ??= [];
        o.RefusedKinds ??= [];
    }

    private static void Fill(GateOptions o)
    {
        o.AllowedRecipients ??= [];
        o.RehearsalRecipients ??= [];
    }

    private static void Fill(DeliveryOptions o)
    {
        o.ValidFor ??= new ValidityOptions();
        o.Deduplication ??= new DeduplicationOptions();
        o.Limits ??= new LimitOptions();
        o.Queue ??= new QueueOptions();
        o.Ledger ??= new LedgerOptions();

        var defaults = new LimitOptions();
        o.Limits.Recipient ??= defaults.Recipient;
        o.Limits.CriticalRecipient ??= defaults.CriticalRecipient;
        o.Limits.Sender ??= defaults.Sender;
        o.Limits.Global ??= defaults.Global;
    }

    private static void Fill(AlertTextOptions o)
    {
        o.Labels ??= new AlertLabels();
        o.Speech ??= new AlertSpeechOptions();
        o.WhatsAppTemplates ??= new WhatsAppTemplateOptions();

        var labels = new AlertLabels();
        o.Labels.Types ??= labels.Types;
        o.Labels.Areas ??= labels.Areas;
        o.Speech.Pronunciations ??= new AlertSpeechOptions().Pronunciations;
    }
}

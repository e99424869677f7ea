using PitWall.Alerts.Twilio;
using PitWall.Alerts.Twilio.Testing;

namespace PitWallHost;

/// <summary>An account that costs nothing: a sandbox in this process, which also takes the placeholder numbers of documentation.</summary>
internal static class SandboxAccount
{
    /// <summary>Documentation everywhere writes it for a phone; no numbering plan has it.</summary>
    private const string Placeholder = "+1234567890";

    /// <summary>Twilio's number for trying WhatsApp, which its documentation writes for a sender.</summary>
    private const string WhatsAppPlaceholder = "+14155238886";

    public static Task<TwilioSandbox> StartAsync()
    {
        var options = new TwilioSandboxOptions
        {
            PhoneNumber = "+15125550100",
            WhatsAppNumber = WhatsAppPlaceholder,
            EnforcesWhatsAppWindow = false,
        };
        options.PlaceholderNumbers.Add(Placeholder);
        return TwilioSandbox.StartAsync(options);
    }

    /// <summary>Only the sandbox's own values: secrets in the environment are not looked at.</summary>
    public static void Configure(PitWallTwilioOptions options, TwilioSandbox sandbox, Uri self)
    {
        options.AccountSid = sandbox.AccountSid;
        options.AuthToken = sandbox.AuthToken;
        options.PhoneNumber = sandbox.PhoneNumber;
        options.WhatsAppNumber = sandbox.WhatsAppNumber;
        options.BaseAddress = sandbox.BaseAddress;
        options.StatusCallback = new Uri(self, "/twilio/status");
        options.Voice.ScriptAddress = new Uri(self, "/twilio/voice");

        // The placeholder has nine digits where its plan has ten: the library's default level refuses it and says why.
        options.Numbers.Level = PhoneNumberLevel.Syntax;
    }
}

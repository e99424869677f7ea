using PitWall.Alerts.Twilio.Testing;

namespace SandboxServer;

/// <summary>What the program says at its start: names and values, one a line, for people and for scripts, and then how to use them.</summary>
internal static class Introduction
{
    public static void Write(TextWriter output, TwilioSandbox sandbox)
    {
        output.WriteLine($"account_sid {sandbox.AccountSid}");
        output.WriteLine($"auth_token {sandbox.AuthToken}");
        output.WriteLine($"api_key_sid {sandbox.ApiKeySid}");
        output.WriteLine($"api_key_secret {sandbox.ApiKeySecret}");
        output.WriteLine($"phone_number {sandbox.PhoneNumber}");
        output.WriteLine($"whatsapp_number {sandbox.WhatsAppNumber}");
        output.WriteLine($"messaging_service_sid {sandbox.MessagingServiceSid}");
        output.WriteLine($"address {sandbox.BaseAddress}");
        output.WriteLine($"phones_page {sandbox.PhonesPage}");
        output.WriteLine();
        output.WriteLine("A host with PitWall.Alerts.Twilio sends to it with these in its environment:");
        output.WriteLine();
        output.WriteLine($"export Twilio_SID={sandbox.AccountSid}");
        output.WriteLine($"export Twilio_Secret={sandbox.AuthToken}");
        output.WriteLine($"export Twilio_Phone_Number={sandbox.PhoneNumber}");
        output.WriteLine($"export Twilio_WhatsApp_Number={sandbox.WhatsAppNumber}");
        output.WriteLine($"export PitWall__Twilio__BaseAddress={sandbox.BaseAddress}");
        output.WriteLine();
        output.WriteLine("Twilio's SDKs           an HTTP client that replaces https://api.twilio.com by the address;");
        output.WriteLine("                        tools/TwilioSdk/check.js shows it for Node");
        output.WriteLine($"curl                    curl -u {sandbox.AccountSid}:{sandbox.AuthToken} \\");
        output.WriteLine($"                          -d To=%2B15125550123 -d From=%2B{sandbox.PhoneNumber[1..]} -d Body=Box \\");
        output.WriteLine($"                          {sandbox.BaseAddress}2010-04-01/Accounts/{sandbox.AccountSid}/Messages.json");
        output.WriteLine();
        output.WriteLine("Ctrl+C stops it.");
    }
}

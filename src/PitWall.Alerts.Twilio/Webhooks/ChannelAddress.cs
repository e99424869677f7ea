namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>The addresses in webhooks: a number, a short code, a name, or a number behind the prefix of its channel.</summary>
internal static class ChannelAddress
{
    private const string WhatsAppPrefix = "whatsapp:";

    public static AlertChannel ChannelOf(string? address) =>
        address?.StartsWith(WhatsAppPrefix, StringComparison.OrdinalIgnoreCase) == true ? AlertChannel.WhatsApp : AlertChannel.Sms;

    public static bool TryGetNumber(string? address, out E164PhoneNumber number)
    {
        var text = address.AsSpan();
        if (ChannelOf(address) == AlertChannel.WhatsApp)
            text = text[WhatsAppPrefix.Length..];

        return E164PhoneNumber.TryParse(text, null, out number);
    }
}

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Reads the number a request is for.</summary>
internal sealed class RequestRecipients(IPhoneNumberNormalizer normalizer)
{
    /// <exception cref="ArgumentException">Thrown when it is no number to send to, or one of another channel.</exception>
    public E164PhoneNumber Read(string? to, AlertChannel channel, in CreateContext context, PitWallTwilioOptions options)
    {
        if (context.Recipient.HasValue)
            return context.Recipient;

        if (string.IsNullOrWhiteSpace(to))
            throw RequestRules.Refuse("To", "is empty.");

        var text = to.AsSpan().Trim();
        if (SenderAddress.IsWhatsApp(text))
        {
            if (channel != AlertChannel.WhatsApp)
                throw RequestRules.Refuse("To", "is a WhatsApp address, and this is no WhatsApp message.");

            text = text[SenderAddress.WhatsAppPrefix.Length..];
        }

        var result = normalizer.Normalize(text, options.Numbers);
        return result.IsSuccess ? result.Number : throw RequestRules.Refuse("To", $"is no number to send to: {result.Reason}.");
    }
}

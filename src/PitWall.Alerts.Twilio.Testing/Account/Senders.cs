using PitWall.Alerts.Twilio.Testing.Phones;
using PitWall.Alerts.Twilio.Testing.Rest;

namespace PitWall.Alerts.Twilio.Testing.Account;

/// <summary>Who may send: the account's numbers, short codes, names and WhatsApp sender.</summary>
internal sealed class Senders(TwilioSandboxOptions options, NumberBook numbers)
{
    /// <summary>The sender that the messaging service chooses for a recipient.</summary>
    public string InPool(string to) =>
        PhoneAddress.IsWhatsApp(to) ? PhoneAddress.On(SandboxChannel.WhatsApp, options.WhatsAppNumber) : options.PhoneNumber;

    /// <summary>Why a sender may not write to a recipient; null when it may.</summary>
    public ApiError? Check(string from, string to)
    {
        if (PhoneAddress.Channel(from) != PhoneAddress.Channel(to))
            return new(21910, "Invalid From and To pair. From and To should be of the same channel");
        if (PhoneAddress.IsWhatsApp(from))
            return from == InPool(to) ? null : new(63007, "Twilio could not find a Channel with the specified From address");
        if (Owns(from)) return null;

        return PhoneAddress.IsE164(from) || PhoneAddress.IsShortCode(from) || PhoneAddress.IsAlphanumericSender(from)
            ? new(21606, $"The 'From' number {from} is not a valid message-capable Twilio phone number for this destination.")
            : new(21212, $"The 'From' number {from} is not a valid phone number, short code, or alphanumeric sender.");
    }

    public bool Owns(string address) =>
        numbers.FindByNumber(address) is not null || options.AdditionalSenders.Contains(address) || options.PlaceholderNumbers.Contains(address);
}

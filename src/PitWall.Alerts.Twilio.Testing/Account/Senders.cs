using PitWall.Alerts.Twilio.Testing.Rest;

namespace PitWall.Alerts.Twilio.Testing.Account;

/// <summary>Who may send: the account's numbers, short codes, names and WhatsApp senders.</summary>
internal sealed class Senders(TwilioSandboxOptions options)
{
    /// <summary>Why a sender may not write to a recipient; null when it may.</summary>
    public ApiError? Check(string from, string to)
    {
        if (PhoneAddress.Channel(from) != PhoneAddress.Channel(to)) return new(21910, "Invalid From and To pair. From and To should be of the same channel");
        if (PhoneAddress.IsWhatsApp(from))
        {
            return PhoneAddress.Normalize(from) == PhoneAddress.On(SandboxChannel.WhatsApp, options.WhatsAppNumber)
                ? null
                : new(63007, "Twilio could not find a Channel with the specified From address");
        }

        var number = PhoneAddress.Normalize(from) ?? from;
        if (Owns(number)) return null;

        return PhoneAddress.IsE164(number)
            ? new(21606, "The 'From' phone number provided is not a valid message-capable Twilio phone number for this destination.")
            : new(21212, "Invalid 'From' Phone Number");
    }

    public bool Owns(string number) => number == options.PhoneNumber || options.AdditionalSenders.Contains(number);
}

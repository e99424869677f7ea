using PitWall.Alerts.Twilio.Testing.Account;
using PitWall.Alerts.Twilio.Testing.Phones;
using PitWall.Alerts.Twilio.Testing.Rest;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>Whether the account may write to a phone.</summary>
internal sealed class MessagePermissions(TwilioSandboxOptions options, OptOuts optOuts, PhoneHabits habits)
{
    /// <summary>Reads the recipient, or says what is wrong with it.</summary>
    public ApiError? Recipient(string text, out string to)
    {
        to = PhoneAddress.Normalize(text) ?? (IsPlaceholder(text) ? text : "");
        return to.Length > 0 ? null
            : PhoneAddress.IsShortCode(text) ? new(21265, $"The 'To' number {text} cannot be a short code.")
            : new(21211, $"The 'To' number {text} is not a valid phone number.");
    }

    public ApiError? CheckService(string service) =>
        service == options.MessagingServiceSid ? null
        : service.StartsWith("MG", StringComparison.Ordinal) && service.Length == options.MessagingServiceSid.Length
            ? new(21701, $"The Messaging Service {service} does not exist.", 404)
        : new(21705, $"The Messaging Service SID {service} is invalid.");

    public ApiError? Check(string from, string to)
    {
        if (from == to)
        {
            return PhoneAddress.IsWhatsApp(to)
                ? new(63031, "The 'From' and 'To' cannot be the same.")
                : new(21266, "The 'To' and 'From' numbers cannot be the same.");
        }

        if (!PhoneAddress.IsWhatsApp(to) && MagicNumbers.CheckMessageRecipient(to) is { } magic) return magic;
        if (options.AccountType == SandboxAccountType.Trial && CheckTrial(from, PhoneAddress.Number(to)) is { } untried) return untried;
        if (optOuts.IsOptedOut(to, from)) return new(21610, "Attempt to send to an unsubscribed recipient.");

        var delivery = habits.Delivery(PhoneAddress.Number(to));
        return delivery.Outcome == PhoneOutcome.Refused ? new(delivery.ErrorCode, DeliveryErrors.Message(delivery.ErrorCode)) : null;
    }

    private bool IsPlaceholder(string address) => options.PlaceholderNumbers.Contains(PhoneAddress.Number(address));

    private ApiError? CheckTrial(string from, string number) =>
        PhoneAddress.IsAlphanumericSender(from) ? new(21267, "Trial accounts cannot send from an alphanumeric sender.")
        : options.VerifiedNumbers.Contains(number) ? null
        : new(21608, $"The number {number} is unverified. Trial accounts cannot send messages to unverified numbers.");
}

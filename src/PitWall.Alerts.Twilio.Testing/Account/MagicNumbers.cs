using PitWall.Alerts.Twilio.Testing.Rest;

namespace PitWall.Alerts.Twilio.Testing.Account;

/// <summary>The numbers that fail on purpose. Source: Twilio docs, "Test credentials".</summary>
internal static class MagicNumbers
{
    /// <summary>The sender that works with the test credentials.</summary>
    public const string ValidSender = "+15005550006";

    public static ApiError? CheckMessageSender(string from) => from switch
    {
        ValidSender => null,
        "+15005550001" => new(21212, $"The 'From' number {from} is not a valid phone number."),
        "+15005550008" => new(21611, $"The 'From' number {from} has exceeded the maximum number of queued messages."),
        _ => new(21606, $"The 'From' number {from} is not a valid, SMS-capable Twilio number of your account."),
    };

    public static ApiError? CheckMessageRecipient(string to) => to switch
    {
        "+15005550001" => new(21211, $"The 'To' number {to} is not a valid phone number."),
        "+15005550002" => new(21612, $"The 'To' number {to} cannot be reached from this 'From'."),
        "+15005550003" => new(21408, "Permission to send a message has not been enabled for the region indicated by the 'To' number."),
        "+15005550004" => new(21610, "Attempt to send to an unsubscribed recipient."),
        "+15005550009" => new(21614, $"The 'To' number {to} is not a valid mobile number."),
        _ => null,
    };

    public static ApiError? CheckCallSender(string from) => from switch
    {
        ValidSender => null,
        "+15005550001" => new(21212, $"The 'From' number {from} is not a valid phone number."),
        _ => new(21210, $"The source phone number {from} is not yet verified for your account."),
    };

    public static ApiError? CheckCallRecipient(string to) => to switch
    {
        "+15005550001" => new(21217, $"The phone number {to} does not appear to be valid."),
        "+15005550002" => new(21214, $"The 'To' number {to} cannot be reached."),
        "+15005550003" => new(21215, "Calling this number is not authorized for your account."),
        "+15005550004" => new(21216, $"The number {to} is blocked."),
        _ => null,
    };

    public static ApiError? CheckPurchase(string? number, string? areaCode) => (number, areaCode) switch
    {
        ("+15005550000", _) => new(21422, $"{number} is not available."),
        ("+15005550001", _) => new(21421, $"{number} is not a valid number."),
        (ValidSender, _) or (null, "500") => null,
        (null, "533") => new(21452, "No phone numbers were found in that area code."),
        _ => new(21421, "The number or area code is not one of the test numbers."),
    };
}

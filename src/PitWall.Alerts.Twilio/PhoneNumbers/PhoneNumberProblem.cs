namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>What a reason is made of.</summary>
/// <param name="Error">What is wrong.</param>
/// <param name="Region">The number of the region whose rule the sentence names; 0 when the text did not come so far.</param>
/// <param name="NationalDigits">How many digits follow the calling code.</param>
/// <param name="Kind">The kind that is refused.</param>
internal readonly record struct PhoneNumberProblem(
    PhoneNumberError Error,
    int Region = 0,
    int NationalDigits = 0,
    PhoneNumberKind Kind = PhoneNumberKind.Unknown);

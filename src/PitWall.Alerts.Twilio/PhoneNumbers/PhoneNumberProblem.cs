namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>What a reason is made of.</summary>
/// <param name="Error">What is wrong.</param>
/// <param name="CallingCode">The calling code the number was read under; 0 when it did not come so far.</param>
/// <param name="NationalDigits">How many digits follow the code.</param>
/// <param name="Region">The region the sentence is about; <see langword="null"/> for the code as a whole.</param>
/// <param name="Kind">The kind that is refused.</param>
internal readonly record struct PhoneNumberProblem(
    PhoneNumberError Error,
    ushort CallingCode = 0,
    byte NationalDigits = 0,
    string? Region = null,
    PhoneNumberKind Kind = PhoneNumberKind.Unknown);

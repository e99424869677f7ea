namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>What the plan says about one number.</summary>
/// <param name="CallingCode">The assigned calling code, or 0.</param>
/// <param name="Region">The region, when the plan can tell.</param>
/// <param name="Kind">What the range is used for.</param>
/// <param name="Validity">How far the number is right.</param>
/// <param name="LengthError">Why it is impossible, or none.</param>
internal readonly record struct PlanEntry(
    ushort CallingCode,
    string? Region,
    PhoneNumberKind Kind,
    PhoneNumberValidity Validity,
    PhoneNumberError LengthError);

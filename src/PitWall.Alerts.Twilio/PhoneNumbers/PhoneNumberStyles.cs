namespace PitWall.Alerts.Twilio;

/// <summary>
/// What a text may contain beyond what is safe for alerting. libphonenumber reads as much as it can out of any text. By
/// default, the readings that can silently reach a wrong or costly number are refused; each can be allowed again.
/// </summary>
[Flags]
public enum PhoneNumberStyles
{
    /// <summary>The safe default: none of the readings below.</summary>
    None = 0,

    /// <summary>Letters may stand for keypad digits ("1 800 FLOWERS"). Without it a letter outside an extension is an error.</summary>
    AllowLetters = 1,

    /// <summary>
    /// Text with more than one group that looks like a number is read as libphonenumber reads it: joined, or only the first group.
    /// </summary>
    AllowSeveralNumbers = 2,

    /// <summary>
    /// Digits without a plus that start with the region's own calling code are read as libphonenumber reads them, even when
    /// both readings are valid numbers ("49 171 1234567" in Germany).
    /// </summary>
    AllowAmbiguous = 4,

    /// <summary>Premium-rate numbers are accepted.</summary>
    AllowPremiumRate = 8,

    /// <summary>
    /// At <see cref="PhoneNumberLevel.Syntax"/>, national text too short for its region is accepted ("911" in the United States as
    /// +1911).
    /// </summary>
    AllowShortNumbers = 16,

    /// <summary>Everything libphonenumber reads. Only the E.164 limit of 15 digits remains.</summary>
    Libphonenumber = AllowLetters | AllowSeveralNumbers | AllowAmbiguous | AllowPremiumRate | AllowShortNumbers,
}

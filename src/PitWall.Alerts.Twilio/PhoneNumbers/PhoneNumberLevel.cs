namespace PitWall.Alerts.Twilio;

/// <summary>
/// What must be true of a number for it to be accepted. Levels are ordered: each includes everything that the ones below it require.
/// </summary>
public enum PhoneNumberLevel
{
    /// <summary>The shape of E.164: a plus, a first digit that is not zero, at most 15 digits (ITU-T E.164, 6.2.1).</summary>
    Syntax = -1,

    /// <summary>
    /// An assigned calling code and a length that numbers under it can have. This is the default because plans change, and an alert
    /// must not be refused because a table is older than the recipient's number.
    /// </summary>
    Possible = 0,

    /// <summary>The number lies in a range of the numbering plan.</summary>
    Valid = 1,

    /// <summary><see cref="Valid"/>, and in a range that can be texted (<see cref="PhoneNumberKind.Mobile"/> or <see cref="PhoneNumberKind.FixedLineOrMobile"/>).</summary>
    Mobile = 2,
}

namespace PitWall.Alerts.Twilio;

/// <summary>Why a text was not accepted as a phone number. <see cref="PhoneNumberResult.Reason"/> explains it in a sentence.</summary>
public enum PhoneNumberError
{
    /// <summary>No error.</summary>
    None = 0,

    /// <summary>The text holds nothing that looks like a phone number.</summary>
    NotANumber,

    /// <summary>The text is longer than 250 characters, the limit of libphonenumber.</summary>
    TextTooLong,

    /// <summary>There is no leading plus, and no default region says how to read the digits.</summary>
    RegionNeeded,

    /// <summary>The default region is not in the numbering plan.</summary>
    UnknownRegion,

    /// <summary>No assigned calling code starts like this.</summary>
    UnknownCallingCode,

    /// <summary>Fewer digits than any number of the region has.</summary>
    TooShort,

    /// <summary>More digits than any number of the region has.</summary>
    TooLong,

    /// <summary>A length between the shortest and the longest of the region that none of its numbers has.</summary>
    WrongLength,

    /// <summary>A number without its area code, which works only locally.</summary>
    LocalOnly,

    /// <summary>More than the 15 digits of E.164.</summary>
    MoreThan15Digits,

    /// <summary>Letters outside an extension, and <see cref="PhoneNumberStyles.AllowLetters"/> is not set.</summary>
    Letters,

    /// <summary>More than one number, and <see cref="PhoneNumberStyles.AllowSeveralNumbers"/> is not set.</summary>
    SeveralNumbers,

    /// <summary>The digits start with the region's own calling code and are a valid number both with and without a plus. Write the plus.</summary>
    Ambiguous,

    /// <summary>No range of the plan contains the number (<see cref="PhoneNumberLevel.Valid"/>).</summary>
    NotInPlan,

    /// <summary>The range cannot be texted (<see cref="PhoneNumberLevel.Mobile"/>).</summary>
    NotMobile,

    /// <summary>A premium-rate number, and <see cref="PhoneNumberStyles.AllowPremiumRate"/> is not set.</summary>
    PremiumRate,

    /// <summary>The kind of number is one of <see cref="PhoneNumberOptions.RefusedKinds"/>.</summary>
    KindRefused,

    /// <summary>The number is in none of <see cref="PhoneNumberOptions.AllowedRegions"/>.</summary>
    RegionNotAllowed,
}

namespace PitWall.Alerts.Twilio;

/// <summary>
/// What a range of the numbering plan is used for, in the categories of libphonenumber (<c>PhoneNumberType</c>).
/// </summary>
public enum PhoneNumberKind
{
    /// <summary>No range of the plan contains the number.</summary>
    Unknown = 0,

    /// <summary>A line at a fixed place. It rarely receives texts.</summary>
    FixedLine,

    /// <summary>A mobile phone.</summary>
    Mobile,

    /// <summary>The plan does not tell the two apart, as in the United States. Such numbers can be texted.</summary>
    FixedLineOrMobile,

    /// <summary>Free for the caller.</summary>
    TollFree,

    /// <summary>Costs more than a normal call. Refused unless <see cref="PhoneNumberStyles.AllowPremiumRate"/> is set.</summary>
    PremiumRate,

    /// <summary>The cost is shared between caller and called.</summary>
    SharedCost,

    /// <summary>Voice over IP.</summary>
    Voip,

    /// <summary>Belongs to a person and is routed to wherever that person is.</summary>
    PersonalNumber,

    /// <summary>A pager.</summary>
    Pager,

    /// <summary>A universal access number: a company's single number, routed to its offices.</summary>
    Uan,

    /// <summary>Reaches a voice mailbox directly.</summary>
    Voicemail,
}

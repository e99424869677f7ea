namespace PitWall.Alerts.Twilio;

/// <summary>How recipients' numbers are read and which are accepted.</summary>
public sealed class PhoneNumberOptions
{
    /// <summary>
    /// The region national text belongs to, as an ISO 3166-1 alpha-2 code such as <c>GB</c>, in any case. Default <see langword="null"/>:
    /// numbers need a plus.
    /// </summary>
    public string? DefaultRegion { get; set; }

    /// <summary>What must be true of a number. Default <see cref="PhoneNumberLevel.Possible"/>.</summary>
    public PhoneNumberLevel Level { get; set; } = PhoneNumberLevel.Possible;

    /// <summary>
    /// The regions alerts may go to, as ISO 3166-1 alpha-2 codes; <c>001</c> stands for the non-geographic codes (+800 and
    /// the like). A guard against toll fraud. Default empty: every region.
    /// </summary>
    /// <remarks>
    /// Regions that share a calling code are told apart: Guernsey, Jersey and the Isle of Man have mobiles under +44 and need
    /// <c>GG</c>, <c>JE</c> and <c>IM</c> in addition to <c>GB</c>. A number in no known range counts as its code's main region unless
    /// its first digits belong to another.
    /// </remarks>
    public IList<string> AllowedRegions { get; set; } = [];

    /// <summary>
    /// Kinds of number that are refused. Default empty; <see cref="PhoneNumberKind.PremiumRate"/> is always refused unless
    /// <see cref="Styles"/> allows it.
    /// </summary>
    public IList<PhoneNumberKind> RefusedKinds { get; set; } = [];

    /// <summary>What a text may contain beyond what is safe. Default <see cref="PhoneNumberStyles.None"/>.</summary>
    public PhoneNumberStyles Styles { get; set; }
}

using System.ComponentModel;
using System.Text.Json.Serialization;
using PitWall.Alerts.Twilio.PhoneNumbers;

namespace PitWall.Alerts.Twilio;

/// <summary>
/// A phone number in the form of ITU-T E.164: a calling code and a national number, 15 digits at most. Eight bytes; holding,
/// comparing and hashing one allocates nothing. <c>default</c> holds no number.
/// </summary>
/// <remarks>
/// <see cref="Parse(ReadOnlySpan{char})"/> reads E.164 text only; for what people type, use
/// <see cref="TryParseNational"/> or an <see cref="IPhoneNumberNormalizer"/>. Region, kind and validity are looked up in the
/// numbering plan on each access, which takes some nanoseconds.
/// </remarks>
[JsonConverter(typeof(E164PhoneNumberJsonConverter))]
[TypeConverter(typeof(E164PhoneNumberTypeConverter))]
public readonly partial struct E164PhoneNumber :
    ISpanParsable<E164PhoneNumber>,
    IUtf8SpanParsable<E164PhoneNumber>,
    ISpanFormattable,
    IUtf8SpanFormattable,
    IEquatable<E164PhoneNumber>,
    IComparable<E164PhoneNumber>
{
    /// <summary>The most digits a number has, the calling code included (ITU-T E.164, 6.2.1).</summary>
    public const int MaxDigits = 15;

    // Calling codes never start with zero, so all digits read as one decimal number lose nothing, zeros after the code included.
    private readonly ulong _digits;

    internal E164PhoneNumber(ulong digits) => _digits = digits;

    internal ulong Digits => _digits;

    /// <summary>Whether there is a number. <see langword="false"/> for <c>default</c>.</summary>
    public bool HasValue => _digits != 0;

    /// <summary>The calling code, 1 to 999; 0 if there is no number or no assigned code starts like this.</summary>
    public int CallingCode => NumberingPlan.Code(NumberingPlan.Find(_digits).Code).Code;

    /// <summary>
    /// The region the number belongs to, as an ISO 3166-1 alpha-2 code (<c>XK</c> for Kosovo, <c>001</c> for the non-geographic
    /// codes). <see langword="null"/> if the plan cannot tell: several regions share the code and none of them has this range.
    /// </summary>
    public string? Region => NumberingPlan.IdOf(NumberingPlan.Find(_digits).Region);

    /// <summary>What the number's range is used for.</summary>
    public PhoneNumberKind Kind => NumberingPlan.Find(_digits).Kind;

    /// <summary>What the numbering plan says about the number.</summary>
    public PhoneNumberValidity Validity => NumberingPlan.Find(_digits).Validity;

    /// <summary>Whether the number lies in a range that can be texted, as <see cref="PhoneNumberLevel.Mobile"/> requires.</summary>
    public bool CanBeTexted => Kind is PhoneNumberKind.Mobile or PhoneNumberKind.FixedLineOrMobile;

    /// <summary>Whether the number satisfies a level.</summary>
    /// <param name="level">The required level.</param>
    /// <returns><see langword="true"/> when there is a number and it satisfies the level.</returns>
    public bool Satisfies(PhoneNumberLevel level) => level switch
    {
        PhoneNumberLevel.Syntax => HasValue,
        PhoneNumberLevel.Possible => Validity >= PhoneNumberValidity.Possible,
        PhoneNumberLevel.Valid => Validity == PhoneNumberValidity.Valid,
        _ => CanBeTexted,
    };

    /// <inheritdoc/>
    public bool Equals(E164PhoneNumber other) => _digits == other._digits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is E164PhoneNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _digits.GetHashCode();

    /// <summary>Compares numbers in the ordinal order of their texts; no number comes first.</summary>
    /// <param name="other">The number to compare with.</param>
    /// <returns>Less than, equal to or greater than zero.</returns>
    public int CompareTo(E164PhoneNumber other) => DecimalDigits.CompareAsText(_digits, other._digits);

    /// <summary>Whether two numbers have the same digits.</summary>
    /// <param name="left">The first number.</param>
    /// <param name="right">The second number.</param>
    /// <returns><see langword="true"/> when they do.</returns>
    public static bool operator ==(E164PhoneNumber left, E164PhoneNumber right) => left.Equals(right);

    /// <summary>Whether two numbers differ in their digits.</summary>
    /// <param name="left">The first number.</param>
    /// <param name="right">The second number.</param>
    /// <returns><see langword="true"/> when they do.</returns>
    public static bool operator !=(E164PhoneNumber left, E164PhoneNumber right) => !left.Equals(right);
}

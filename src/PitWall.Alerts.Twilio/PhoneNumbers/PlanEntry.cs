using static PitWall.Alerts.Twilio.PhoneNumbers.PlanLayout;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>What the plan says about one number. <c>default</c> is no number.</summary>
internal readonly struct PlanEntry
{
    private readonly int _label;

    internal PlanEntry(PlanCode code, int label, int nationalDigits)
    {
        Code = code;
        _label = label;
        NationalDigits = nationalDigits;
        LengthError = code.MainRegion.CheckLength(nationalDigits);
    }

    /// <summary>A number under no code.</summary>
    internal static PlanEntry Unassigned => new(PhoneNumberError.UnknownCallingCode);

    private PlanEntry(PhoneNumberError error) => LengthError = error;

    internal PlanCode Code { get; }

    internal int NationalDigits { get; }

    /// <summary>Why the code or the length cannot be right, whatever the range.</summary>
    internal PhoneNumberError LengthError { get; }

    internal PhoneNumberKind Kind => KindOf(_label);

    /// <summary>The region: from the range, or the only one of the code.</summary>
    internal PlanRegion Region =>
        RegionOf(_label) is var region and not 0 ? new PlanRegion(region) : Code.IsShared ? default : Code.MainRegion;

    internal bool IsValid => Kind != PhoneNumberKind.Unknown;

    internal PhoneNumberValidity Validity =>
        IsValid ? PhoneNumberValidity.Valid
        : LengthError != PhoneNumberError.None ? PhoneNumberValidity.Impossible
        : Code.IsNone ? PhoneNumberValidity.None
        : PhoneNumberValidity.Possible;
}

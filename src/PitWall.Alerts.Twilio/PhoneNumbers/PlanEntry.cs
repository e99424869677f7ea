using static PitWall.Alerts.Twilio.PhoneNumbers.PlanLayout;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>What the plan says about one number. <c>default</c> is no number.</summary>
internal readonly struct PlanEntry
{
    /// <summary>The number of the calling code in the plan; 0 for none.</summary>
    internal readonly int Code;

    internal readonly int NationalDigits;

    internal readonly PhoneNumberKind Kind;

    private readonly int _region;

    internal PlanEntry(int code, int label, int nationalDigits)
    {
        Code = code;
        NationalDigits = nationalDigits;
        Kind = (PhoneNumberKind)(label >> KindShift & KindMask);
        _region = label >> RegionShift;
    }

    internal bool IsValid => Kind != PhoneNumberKind.Unknown;

    /// <summary>Why the code or the length cannot be right, whatever the range.</summary>
    internal PhoneNumberError LengthError =>
        Code == 0 ? PhoneNumberError.UnknownCallingCode : NumberingPlan.MainRegionOf(Code).CheckLength(NationalDigits);

    /// <summary>The number of the region: from the range, or the only one of the code. 0 for none.</summary>
    internal int Region => _region != 0 ? _region : NumberingPlan.Code(Code) is { Regions: 1 } code ? code.MainRegion : 0;

    internal PhoneNumberValidity Validity =>
        IsValid ? PhoneNumberValidity.Valid
        : Code == 0 && NationalDigits == 0 ? PhoneNumberValidity.None
        : LengthError != PhoneNumberError.None ? PhoneNumberValidity.Impossible
        : PhoneNumberValidity.Possible;
}

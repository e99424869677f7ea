namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>Digits read as a number: under which calling code, and which national number; or why not.</summary>
internal readonly ref struct NumberReading
{
    internal readonly PhoneNumberError Error;

    /// <summary>The number of the calling code in the plan.</summary>
    internal readonly int Code;

    /// <summary>The national number, zeros in front included.</summary>
    internal readonly ReadOnlySpan<byte> National;

    /// <summary>Whether the text held no calling code, so that the default region's was taken.</summary>
    internal readonly bool IsNational;

    internal NumberReading(PhoneNumberError error) => Error = error;

    internal NumberReading(int code, ReadOnlySpan<byte> national, bool isNational)
    {
        Code = code;
        National = national;
        IsNational = isNational;
    }

    internal int DigitCount => NumberingPlan.Code(Code).Digits + National.Length;

    internal E164PhoneNumber ToNumber() => new(DecimalDigits.Join(NumberingPlan.Code(Code).Code, National));
}

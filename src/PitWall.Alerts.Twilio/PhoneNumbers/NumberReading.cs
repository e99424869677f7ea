namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>Digits read as a number: under which calling code, and which national number; or why not.</summary>
internal readonly ref struct NumberReading
{
    internal NumberReading(PhoneNumberError error) => Error = error;

    internal NumberReading(PlanCode code, ReadOnlySpan<byte> national, bool isNational)
    {
        Code = code;
        National = national;
        IsNational = isNational;
    }

    internal PhoneNumberError Error { get; }

    internal PlanCode Code { get; }

    /// <summary>The national number, zeros in front included.</summary>
    internal ReadOnlySpan<byte> National { get; }

    /// <summary>Whether the text held no calling code, so that the default region's was taken.</summary>
    internal bool IsNational { get; }

    internal PlanEntry Entry => NumberingPlan.Find(Code, National);
}

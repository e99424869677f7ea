namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>Holds a number against a level.</summary>
internal static class PhoneNumberJudge
{
    internal static PhoneNumberResult Judge(ulong digits, PhoneNumberLevel level)
    {
        if (level == PhoneNumberLevel.Syntax)
        {
            return new PhoneNumberResult(new E164PhoneNumber(digits), isSuspicious: false);
        }

        var entry = NumberingPlan.Find(digits);

        if (entry.LengthError != PhoneNumberError.None)
        {
            var national = DecimalDigits.Count(digits) - DecimalDigits.Count(entry.CallingCode);

            return new PhoneNumberResult(new PhoneNumberProblem(entry.LengthError, entry.CallingCode, (byte)national));
        }

        if (level >= PhoneNumberLevel.Valid && entry.Validity != PhoneNumberValidity.Valid)
        {
            return new PhoneNumberResult(new PhoneNumberProblem(PhoneNumberError.NotInPlan, entry.CallingCode));
        }

        if (level >= PhoneNumberLevel.Mobile && entry.Kind is not (PhoneNumberKind.Mobile or PhoneNumberKind.FixedLineOrMobile))
        {
            return new PhoneNumberResult(new PhoneNumberProblem(PhoneNumberError.NotMobile, entry.CallingCode, Kind: entry.Kind));
        }

        return new PhoneNumberResult(new E164PhoneNumber(digits), entry.Validity != PhoneNumberValidity.Valid);
    }
}

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>The sentence for each error. Figures about the number, never its digits.</summary>
internal static class PhoneNumberReason
{
    internal static string Of(PhoneNumberError error, PhoneNumberProblem problem) => error switch
    {
        PhoneNumberError.TextTooLong => "more than 250 characters",
        PhoneNumberError.RegionNeeded => "no plus in front and no default region to read it in",
        PhoneNumberError.UnknownRegion => "the default region is not one of the numbering plan",
        PhoneNumberError.UnknownCallingCode => "no calling code starts like this",
        PhoneNumberError.TooShort or PhoneNumberError.TooLong or PhoneNumberError.WrongLength => Length(problem),
        PhoneNumberError.LocalOnly => "the area code is missing",
        PhoneNumberError.MoreThan15Digits => "more than the 15 digits of E.164",
        PhoneNumberError.Letters => "letters are not taken for digits",
        PhoneNumberError.SeveralNumbers => "more than one number",
        PhoneNumberError.Ambiguous => $"it starts with the calling code {problem.CallingCode} and is a number both with and without a plus; write the plus",
        PhoneNumberError.NotInPlan => $"no range under +{problem.CallingCode} holds it",
        PhoneNumberError.NotMobile => $"a {problem.Kind} number cannot be texted",
        PhoneNumberError.PremiumRate => "a premium-rate number",
        PhoneNumberError.KindRefused => $"{problem.Kind} numbers are refused",
        PhoneNumberError.RegionNotAllowed => $"{problem.Region ?? $"+{problem.CallingCode}"} is not among the allowed regions",
        _ => "not a phone number",
    };

    private static string Length(PhoneNumberProblem problem)
    {
        var lengths = NumberingPlan.LengthsOf(problem.CallingCode);
        var digits = problem.NationalDigits == 1 ? "1 digit" : $"{problem.NationalDigits} digits";

        return $"{digits} after +{problem.CallingCode}, {NumberingPlan.NameOf(problem.CallingCode)} {lengths}";
    }
}

using System.Globalization;
using PitWall.Alerts.Twilio;

namespace PitWall.Tools.NumberingPlan.Agreement;

/// <summary>Holds this library's plain reading of an input against google-libphonenumber's.</summary>
internal static class Comparison
{
    internal const string MoreThan15Digits = "more than 15 digits";
    internal const string DigitsOfOtherScripts = "digits of other scripts";

    /// <summary>Names the difference.</summary>
    /// <param name="answer">The input and Google's answer.</param>
    /// <returns>The class of the difference; <see langword="null"/> when there is none.</returns>
    internal static string? Difference(Answer answer)
    {
        var options = new PhoneNumberOptions
        {
            DefaultRegion = answer.Region,
            Level = PhoneNumberLevel.Syntax,
            Styles = PhoneNumberStyles.Libphonenumber,
        };
        var result = new PhoneNumberNormalizer().Normalize(answer.Text, options);
        var number = result.Number;
        var error = number.HasValue && number.CallingCode == 0 ? "INVALID_COUNTRY_CODE" : ErrorOf(result.Error);

        if (error != GeneralErrorOf(answer.Error))
        {
            return error == "TOO_LONG" && answer.E164.Length > E164PhoneNumber.MaxDigits + 1 ? MoreThan15Digits
                : answer.Text.Any(IsDigitOfOtherScript) ? DigitsOfOtherScripts
                : $"error: here {(error.Length == 0 ? "none" : error)}, there {(answer.Error.Length == 0 ? "none" : answer.Error)}";
        }

        if (error.Length > 0)
        {
            return null;
        }

        return number.ToString() != answer.E164 ? (answer.Text.Any(IsDigitOfOtherScript) ? DigitsOfOtherScripts : "E.164 text")
            : (number.Validity == PhoneNumberValidity.Valid) != answer.IsValid ? "validity"
            : (number.Region ?? string.Empty) != answer.NumberRegion ? "region"
            : KindOf(number.Kind) != answer.Kind ? "kind"
            : !answer.IsValid && (number.Validity == PhoneNumberValidity.Possible) != (answer.Possible == "IS_POSSIBLE") ? "possibility"
            : null;
    }

    // Here "too short" is one error; there it says after which step.
    private static string GeneralErrorOf(string error) => error.StartsWith("TOO_SHORT", StringComparison.Ordinal) ? "TOO_SHORT" : error;

    // Java's libphonenumber reads every decimal digit of Unicode; its JavaScript port knows these three scripts beside ASCII.
    private static bool IsDigitOfOtherScript(char c) => c > '\u007F' && char.IsDigit(c) && c is not ((>= '\uFF10' and <= '\uFF19') or (>= '\u0660' and <= '\u0669') or (>= '\u06F0' and <= '\u06F9'));

    private static string ErrorOf(PhoneNumberError error) => error switch
    {
        PhoneNumberError.None => string.Empty,
        PhoneNumberError.NotANumber => "NOT_A_NUMBER",
        PhoneNumberError.RegionNeeded or PhoneNumberError.UnknownRegion or PhoneNumberError.UnknownCallingCode => "INVALID_COUNTRY_CODE",
        PhoneNumberError.TooShort => "TOO_SHORT",
        PhoneNumberError.TextTooLong or PhoneNumberError.MoreThan15Digits => "TOO_LONG",
        _ => error.ToString(),
    };

    private static string KindOf(PhoneNumberKind kind) => kind switch
    {
        PhoneNumberKind.FixedLine => "FIXED_LINE",
        PhoneNumberKind.FixedLineOrMobile => "FIXED_LINE_OR_MOBILE",
        PhoneNumberKind.TollFree => "TOLL_FREE",
        PhoneNumberKind.PremiumRate => "PREMIUM_RATE",
        PhoneNumberKind.SharedCost => "SHARED_COST",
        PhoneNumberKind.PersonalNumber => "PERSONAL_NUMBER",
        _ => kind.ToString().ToUpper(CultureInfo.InvariantCulture),
    };
}

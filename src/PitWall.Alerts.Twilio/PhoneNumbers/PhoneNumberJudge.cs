namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>Holds a number against a level.</summary>
internal static class PhoneNumberJudge
{
    /// <summary>Whether a number satisfies the level and every style: the short answer for nearly all numbers.</summary>
    internal static bool IsBeyondQuestion(in PlanEntry entry, PhoneNumberLevel level) =>
        entry.Kind switch
        {
            PhoneNumberKind.Unknown or PhoneNumberKind.PremiumRate => false,
            PhoneNumberKind.Mobile or PhoneNumberKind.FixedLineOrMobile => true,
            _ => level <= PhoneNumberLevel.Valid,
        };

    /// <summary>What is wrong with a number that was read.</summary>
    internal static PhoneNumberProblem FindProblem(in NumberReading reading, in PlanEntry entry, PhoneNumberLevel level, PhoneNumberStyles styles)
    {
        if (reading.Error != PhoneNumberError.None)
        {
            return new PhoneNumberProblem(reading.Error);
        }

        if (reading.DigitCount > E164PhoneNumber.MaxDigits)
        {
            return new PhoneNumberProblem(PhoneNumberError.MoreThan15Digits, NumberingPlan.Code(entry.Code).MainRegion, entry.NationalDigits);
        }

        if (level < PhoneNumberLevel.Possible && reading.IsNational && (styles & PhoneNumberStyles.AllowShortNumbers) == 0
            && !entry.IsValid && entry.LengthError is PhoneNumberError.TooShort or PhoneNumberError.LocalOnly)
        {
            return new PhoneNumberProblem(entry.LengthError, NumberingPlan.Code(entry.Code).MainRegion, entry.NationalDigits);
        }

        return entry.Kind == PhoneNumberKind.PremiumRate && (styles & PhoneNumberStyles.AllowPremiumRate) == 0
            ? new PhoneNumberProblem(PhoneNumberError.PremiumRate, entry.Region, Kind: entry.Kind)
            : FindProblem(entry, level);
    }

    /// <summary>What a number lacks for a level.</summary>
    internal static PhoneNumberProblem FindProblem(in PlanEntry entry, PhoneNumberLevel level)
    {
        if (level >= PhoneNumberLevel.Possible && !entry.IsValid && entry.LengthError != PhoneNumberError.None)
        {
            return new PhoneNumberProblem(entry.LengthError, NumberingPlan.Code(entry.Code).MainRegion, entry.NationalDigits);
        }

        if (level >= PhoneNumberLevel.Valid && !entry.IsValid)
        {
            return new PhoneNumberProblem(PhoneNumberError.NotInPlan, NumberingPlan.Code(entry.Code).MainRegion, entry.NationalDigits);
        }

        return level >= PhoneNumberLevel.Mobile && entry.Kind is not (PhoneNumberKind.Mobile or PhoneNumberKind.FixedLineOrMobile)
            ? new PhoneNumberProblem(PhoneNumberError.NotMobile, entry.Region, Kind: entry.Kind)
            : default;
    }

    /// <summary>Whether a number under no assigned code is taken all the same: <see cref="PhoneNumberLevel.Syntax"/> asks for the shape only.</summary>
    internal static bool IsShapeEnough(PhoneNumberError error, PhoneNumberLevel level, in DialedText dialed) =>
        error == PhoneNumberError.UnknownCallingCode && level < PhoneNumberLevel.Possible
        && dialed.HasPlus && dialed.Digits.Length <= E164PhoneNumber.MaxDigits && dialed.Digits[0] != 0;
}

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>
/// Finds the number in any text, as <c>PhoneNumberUtil.buildNationalNumberForParsing</c> and what follows it do: the long way for
/// text that <see cref="SimpleText"/> leaves.
/// </summary>
internal static class CandidateText
{
    private const int LettersOfVanity = 3;
    private const int DigitsOfViable = 3;
    private const int NotedDigits = 64;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, 250 characters at most.</param>
    /// <param name="characters">Room for as many characters.</param>
    /// <param name="digits">Room for as many digits.</param>
    /// <param name="dialed">What was read.</param>
    /// <returns>Whether there is something that looks like a number.</returns>
    internal static bool TryRead(ReadOnlySpan<char> text, Span<char> characters, Span<byte> digits, out DialedText dialed)
    {
        dialed = default;

        if (!PhoneContext.TryApply(text, characters, out var candidate, out var hasContext))
        {
            return false;
        }

        var hasDroppedLetters = false;

        if (!hasContext)
        {
            candidate = Extract(text, out hasDroppedLetters);
        }

        if (candidate.IndexOf(PhoneContext.IsdnSubaddress) is > 0 and var subaddress)
        {
            candidate = candidate[..subaddress];
        }

        if (!IsViable(candidate))
        {
            return false;
        }

        if (ExtensionPattern.Find(candidate, out var extension) is >= 0 and var start && IsViable(candidate[..start]))
        {
            candidate = candidate[..start];
        }
        else
        {
            extension = default;
        }

        dialed = Normalize(candidate, digits, extension, hasDroppedLetters);

        return true;
    }

    // From the first plus or digit on, without what trails and without a second extension ("/ x2303").
    private static ReadOnlySpan<char> Extract(ReadOnlySpan<char> text, out bool hasDroppedLetters)
    {
        hasDroppedLetters = false;
        var start = 0;

        while (start < text.Length && !PhoneCharacters.IsPlus(text[start]) && !PhoneCharacters.IsDigit(text[start]))
        {
            start++;
        }

        var end = text.Length;

        while (end > start && !char.IsAsciiLetter(text[end - 1]) && text[end - 1] != '#' && !PhoneCharacters.IsDigit(text[end - 1]))
        {
            end--;
            hasDroppedLetters |= char.IsLetter(text[end]);
        }

        text = text[start..end];

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '/' or '\\' && text[(i + 1)..].TrimStart(' ').StartsWith('x'))
            {
                return text[..i];
            }
        }

        return text;
    }

    // VALID_PHONE_NUMBER_PATTERN: two digits, or pluses, three digits with punctuation between, then letters too, then an extension.
    private static bool IsViable(ReadOnlySpan<char> text)
    {
        var i = 0;
        var digits = 0;

        while (i < text.Length && PhoneCharacters.IsPlus(text[i]))
        {
            i++;
        }

        for (; i < text.Length && digits < DigitsOfViable; i++)
        {
            if (PhoneCharacters.IsDigit(text[i]))
            {
                digits++;
            }
            else if (!PhoneCharacters.IsPunctuation(text[i]))
            {
                return false;
            }
        }

        if (digits < DigitsOfViable)
        {
            return text.Length == 2 && digits == 2;
        }

        for (; i < text.Length; i++)
        {
            if (ExtensionPattern.Is(text[i..]))
            {
                return true;
            }

            if (!PhoneCharacters.IsPunctuation(text[i]) && !char.IsAsciiLetter(text[i]) && !PhoneCharacters.IsDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    // PhoneNumberUtil.normalize: with three letters or more it is a vanity number and every letter is a key.
    private static DialedText Normalize(ReadOnlySpan<char> candidate, Span<byte> digits, ReadOnlySpan<char> extension, bool hasDroppedLetters)
    {
        var letters = 0;

        foreach (var c in candidate)
        {
            letters += char.IsAsciiLetter(c) ? 1 : 0;
        }

        var count = 0;
        var breaks = 0UL;
        var slashes = 0UL;

        foreach (var c in candidate)
        {
            var digit = char.IsAsciiLetter(c) && letters >= LettersOfVanity ? PhoneCharacters.KeypadDigitOf(c) : PhoneCharacters.DigitOf(c);

            if (digit >= 0)
            {
                digits[count++] = (byte)digit;
            }
            else if (count < NotedDigits)
            {
                breaks |= 1UL << count;
                slashes |= PhoneCharacters.IsSlash(c) ? 1UL << count : 0;
            }
        }

        return new DialedText
        {
            Digits = digits[..count],
            HasPlus = PhoneCharacters.IsPlus(candidate[0]),
            Breaks = breaks,
            Slashes = slashes,
            HasLetters = letters > 0 || hasDroppedLetters,
            Extension = extension,
        };
    }
}

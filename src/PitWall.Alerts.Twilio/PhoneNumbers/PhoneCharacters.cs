using System.Globalization;

namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>What a character can be in a phone number, as <c>PhoneNumberUtil</c> of libphonenumber has it.</summary>
internal static class PhoneCharacters
{
    // VALID_PUNCTUATION without x, as ranges from-to.
    private const string Punctuation =
        "\u0020\u0020()--./[[]]~~\u00A0\u00A0\u00AD\u00AD\u200B\u200B\u2010\u2015\u2053\u2053\u2060\u2060\u2212\u2212\u223C\u223C"
        + "\u3000\u3000\u30FC\u30FC\uFF08\uFF09\uFF0D\uFF0F\uFF3B\uFF3B\uFF3D\uFF3D\uFF5E\uFF5E";

    // What a key of the keypad stands for, from A to Z (ITU-T E.161).
    private const string Keypad = "22233344455566677778889999";

    /// <summary>The value of a decimal digit of any script, or -1.</summary>
    internal static int DigitOf(char c) =>
        c <= '\u007F' ? (char.IsAsciiDigit(c) ? c - '0' : -1) : CharUnicodeInfo.GetDecimalDigitValue(c);

    internal static bool IsDigit(char c) => DigitOf(c) >= 0;

    internal static bool IsPlus(char c) => c is '+' or '\uFF0B';

    internal static bool IsSlash(char c) => c is '/' or '\uFF0F';

    /// <summary>Whether a number goes on over the character. The x that some write for "any carrier" is one.</summary>
    internal static bool IsPunctuation(char c)
    {
        if (c is 'x' or 'X' or '*')
        {
            return true;
        }

        for (var i = 0; i < Punctuation.Length; i += 2)
        {
            if (c >= Punctuation[i] && c <= Punctuation[i + 1])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The digit on the key that carries an ASCII letter.</summary>
    internal static int KeypadDigitOf(char letter) => Keypad[(letter | 0x20) - 'a'] - '0';
}

using System.Buffers;

namespace PitWall.Alerts.Twilio.Text;

/// <summary>Which characters GSM-7 has and how many septets each takes.</summary>
/// <remarks>Source: 3GPP TS 23.038 sections 6.2.1 (default alphabet) and 6.2.1.1 (extension table).</remarks>
internal static class Gsm7Alphabet
{
    /// <summary>The one-septet characters that are ASCII: what nearly every text is made of, and what can be searched with vectors.</summary>
    public static readonly SearchValues<char> AsciiOneSeptet = SearchValues.Create(
        "\n\r !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /// <summary>The septets a character takes.</summary>
    /// <returns>1, 2 for a character of the extension table, 0 for one that GSM-7 does not have.</returns>
    public static int Septets(char c) => c switch
    {
        >= ' ' and <= 'Z' or >= 'a' and <= 'z' or '_' or '\n' or '\r' => 1,
        '\f' or '[' or '\\' or ']' or '^' or '{' or '|' or '}' or '~' or '€' => 2,
        '¡' or '£' or '¤' or '¥' or '§' or '¿' => 1,
        'Ä' or 'Å' or 'Æ' or 'Ç' or 'É' or 'Ñ' or 'Ö' or 'Ø' or 'Ü' or 'ß' => 1,
        'à' or 'ä' or 'å' or 'æ' or 'è' or 'é' or 'ì' or 'ñ' or 'ò' or 'ö' or 'ø' or 'ù' or 'ü' => 1,
        'Γ' or 'Δ' or 'Θ' or 'Λ' or 'Ξ' or 'Π' or 'Σ' or 'Φ' or 'Ψ' or 'Ω' => 1,
        _ => 0,
    };
}

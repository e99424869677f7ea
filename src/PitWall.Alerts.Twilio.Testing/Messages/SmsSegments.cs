using System.Collections.Frozen;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>
/// Counts the segments that Twilio would bill. It is written apart from the library's own counting on purpose, so that one checks the
/// other.
/// </summary>
/// <remarks>
/// Source: 3GPP TS 23.038 (alphabet), TS 23.040 (concatenation): 1,120 bits a segment, less 6 bytes of header when there are several.
/// </remarks>
internal static class SmsSegments
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extension = "\f^{}\\[~]|€";

    private static readonly FrozenDictionary<char, int> Septets =
        Basic.Select(static c => KeyValuePair.Create(c, 1)).Concat(Extension.Select(static c => KeyValuePair.Create(c, 2))).ToFrozenDictionary();

    public static bool IsGsm7(string text) => text.All(Septets.ContainsKey);

    public static int Count(string text) => IsGsm7(text)
        ? Count(text.Select(static c => Septets[c]), single: 160, part: 153)
        : Count(text.EnumerateRunes().Select(static rune => rune.Utf16SequenceLength), single: 70, part: 67);

    /// <summary>A pair that does not fit moves whole to the next part.</summary>
    private static int Count(IEnumerable<int> units, int single, int part)
    {
        var total = 0;
        var parts = 1;
        var inPart = 0;
        foreach (var size in units)
        {
            total += size;
            if (inPart + size > part)
            {
                parts++;
                inPart = 0;
            }

            inPart += size;
        }

        return total <= single ? 1 : parts;
    }
}

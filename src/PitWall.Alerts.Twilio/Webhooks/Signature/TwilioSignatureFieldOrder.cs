namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>
/// The order in which form fields are signed: by name, then by value, in the order of their UTF-8 bytes. That equals the order of code
/// points, while <see cref="string.CompareOrdinal(string, string)"/> compares UTF-16 units and sees surrogates below U+E000..U+FFFF.
/// </summary>
internal static class TwilioSignatureFieldOrder
{
    private const int KeyLength = 4;
    private const int FirstSurrogate = 0xD800;

    public static readonly Comparison<KeyValuePair<string, string>> Comparison = Compare;

    public static int Compare(KeyValuePair<string, string> left, KeyValuePair<string, string> right)
    {
        var byName = Compare(left.Key.AsSpan(), right.Key.AsSpan());
        return byName != 0 ? byName : Compare(left.Value.AsSpan(), right.Value.AsSpan());
    }

    /// <summary>The first characters of a name as one number: names whose numbers differ are ordered by them.</summary>
    public static ulong Key(ReadOnlySpan<char> name)
    {
        if (name.Length >= KeyLength && (name[0] | name[1] | name[2] | name[3]) < FirstSurrogate)
            return ((ulong)name[0] << 48) | ((ulong)name[1] << 32) | ((ulong)name[2] << 16) | name[3];

        var key = 0UL;
        for (var i = 0; i < Math.Min(name.Length, KeyLength); i++) key |= Rank(name[i]) << (48 - (16 * i));
        return key;
    }

    private static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var common = left.CommonPrefixLength(right);
        return common < left.Length && common < right.Length
            ? Rank(left[common]).CompareTo(Rank(right[common]))
            : left.Length - right.Length;
    }

    /// <summary>Moves the surrogates, which stand for what lies above U+FFFF, to the end of the 16-bit range.</summary>
    private static ulong Rank(char unit) => unit < FirstSurrogate ? unit : (ulong)(unit < 0xE000 ? unit + 0x2000 : unit - 0x800);
}

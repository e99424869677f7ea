namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>
/// The order in which form fields are signed: by name, then by value, in the order of their UTF-8 bytes. That equals the order of code points, while
/// <see cref="string.CompareOrdinal(string, string)"/> compares UTF-16 units and sees surrogates below U+E000..U+FFFF.
/// </summary>
internal static class TwilioSignatureFieldOrder
{
    public static readonly Comparison<KeyValuePair<string, string>> Comparison = Compare;

    private static int Compare(KeyValuePair<string, string> left, KeyValuePair<string, string> right)
    {
        var byName = Compare(left.Key, right.Key);
        return byName != 0 ? byName : Compare(left.Value, right.Value);
    }

    private static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var common = left.CommonPrefixLength(right);
        if (common == left.Length || common == right.Length) return left.Length - right.Length;

        return Rank(left[common]) - Rank(right[common]);
    }

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}

namespace PitWall.Alerts.Twilio.Diagnostics;

/// <summary>Takes phone numbers out of sentences that are not ours. Codes, statuses and counts stay readable.</summary>
internal static class QuotedNumbers
{
    /// <summary>Fewer digits reach nobody; HTTP statuses and Twilio's codes have three and five.</summary>
    private const int ShortestNumber = 6;

    /// <summary>What people write between the digits of one number.</summary>
    private const string Separators = " \u00a0\u2009\u202f-\u2010\u2011\u2012\u2013.()/_";

    /// <returns>The sentence, with stars for the digits of whatever could be a number.</returns>
    public static string Mask(string sentence)
    {
        var isMasked = false;
        var text = sentence.ToCharArray();
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfRun(text, at, out var digits);
            if (digits >= ShortestNumber)
            {
                isMasked = true;
                for (var i = at; i < end; i++)
                    text[i] = char.IsDigit(text[i]) ? '*' : text[i];
            }

            at = Math.Max(end, at + 1);
        }

        return isMasked ? new string(text) : sentence;
    }

    /// <summary>Where the digits that begin here, and what parts them, end; here where none begin.</summary>
    private static int EndOfRun(ReadOnlySpan<char> text, int start, out int digits)
    {
        digits = 0;
        var end = start;
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsDigit(text[i]))
            {
                digits++;
                end = i + 1;
            }
            else if (digits == 0 || !Separators.Contains(text[i], StringComparison.Ordinal))
            {
                break;
            }
        }

        return end;
    }
}

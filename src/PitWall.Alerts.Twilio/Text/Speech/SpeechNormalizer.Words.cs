namespace PitWall.Alerts.Twilio.Text;

internal sealed partial class SpeechNormalizer
{
    private const int LongestWord = 64;

    private void ReadWord(ref TextBuffer output)
    {
        var start = _position;
        while (char.IsLetterOrDigit(Peek(_position)))
            _position++;

        var word = _text.AsSpan(start.._position);
        if (_pronunciations.Count > 0 && _pronunciations.TryGetValue(word.ToString(), out var own))
            output.Append(own);
        else if (!_isEnglish || word.Length > LongestWord)
            output.Append(word);
        else if (SpeechWords.TryExpand(word, out var spoken))
            AppendPhrase(spoken, ref output);
        else if (word is "Lap" or "Laps" && Peek(_position) == ' ' && char.IsAsciiDigit(Peek(_position + 1)))
            output.Append(word is "Lap" ? "lap" : "laps");
        else if (word is "Δ")
            AppendPhrase("delta", ref output);
        else
            AppendCapitals(word, ref output);
    }

    private static void AppendCapitals(scoped ReadOnlySpan<char> word, ref TextBuffer output)
    {
        var letters = word.TrimEnd("0123456789");
        var digits = word[letters.Length..];
        if (word.Length < 2 || letters.IsEmpty || letters.ContainsAnyExceptInRange('A', 'Z'))
        {
            output.Append(word);
        }
        else if (digits.IsEmpty && (letters.Length >= 4 || SpeechWords.IsPlain(letters)))
        {
            // Shouted, not abbreviated: engines spell out capitals.
            Span<char> lower = stackalloc char[LongestWord];
            AppendPhrase(lower[..letters.ToLowerInvariant(lower)], ref output);
        }
        else if (letters.Length == 1 && SpeechWords.OfLetter(letters[0], digits) is { } noun)
        {
            AppendPhrase(noun, ref output);
            output.Append(' ');
            output.Append(digits);
        }
        else
        {
            foreach (var letter in letters)
            {
                Space(ref output);
                output.Append(letter);
            }

            if (!digits.IsEmpty)
            {
                output.Append(' ');
                output.Append(digits);
            }
        }
    }
}

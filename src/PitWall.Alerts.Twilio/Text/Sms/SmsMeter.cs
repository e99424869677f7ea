using System.Text;

namespace PitWall.Alerts.Twilio.Text;

/// <summary>Counts segments exactly: a pair that does not fit a part moves to the next one and leaves a unit empty.</summary>
internal static class SmsMeter
{
    /// <param name="text">The text.</param>
    /// <param name="reserved">One-unit characters that will stand before it.</param>
    public static SmsMeasure Measure(ReadOnlySpan<char> text, int reserved)
    {
        var units = reserved;
        var part = new PartCounter(SmsText.Gsm7UnitsPerPart, reserved);
        var index = 0;
        while (true)
        {
            var run = text[index..].IndexOfAnyExcept(Gsm7Alphabet.AsciiOneSeptet);
            if (run < 0)
                run = text.Length - index;

            units += run;
            part.AddSingles(run);
            index += run;
            if (index == text.Length)
                break;

            var septets = Gsm7Alphabet.Septets(text[index]);
            if (septets == 0)
                return MeasureUcs2(text, index, reserved);

            units += septets;
            if (septets == 2)
                part.AddPair();
            else
                part.AddSingles(1);

            index++;
        }

        var inOne = units <= SmsText.Gsm7UnitsInOne;
        return new SmsMeasure
        {
            Encoding = SmsEncoding.Gsm7,
            Segments = inOne ? 1 : part.Parts,
            Units = units - reserved,
            UnitsInLastSegment = inOne ? units : part.Used,
            Ucs2Index = -1,
        };
    }

    private static SmsMeasure MeasureUcs2(ReadOnlySpan<char> text, int firstIndex, int reserved)
    {
        _ = Rune.DecodeFromUtf16(text[firstIndex..], out var first, out _);
        var part = new PartCounter(SmsText.Ucs2UnitsPerPart, reserved);
        var inOne = reserved + text.Length <= SmsText.Ucs2UnitsInOne;
        if (!inOne)
        {
            for (var rest = text; !rest.IsEmpty;)
            {
                var length = Math.Min(part.Room, rest.Length);
                if (length < rest.Length && length > 0 && char.IsSurrogatePair(rest[length - 1], rest[length]))
                    length--;

                part.AddSingles(length);
                rest = rest[length..];
                if (!rest.IsEmpty)
                    part.Next();
            }
        }

        return new SmsMeasure
        {
            Encoding = SmsEncoding.Ucs2,
            Segments = inOne ? 1 : part.Parts,
            Units = text.Length,
            UnitsInLastSegment = inOne ? reserved + text.Length : part.Used,
            Ucs2Index = firstIndex,
            Ucs2Character = first,
        };
    }
}

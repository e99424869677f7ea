namespace PitWall.Alerts.Twilio.Text;

internal sealed partial class SpeechNormalizer
{
    private static string? OfFraction(char c) => c switch
    {
        '½' => "half",
        '¼' => "a quarter",
        '¾' => "three quarters",
        '⅓' => "a third",
        '⅔' => "two thirds",
        _ => null,
    };

    private void ReadNumber(ref TextBuffer output)
    {
        if (OfFraction(_text[_position]) is { } part)
        {
            AppendPhrase(part, ref output);
            _position++;
            ReadUnit(isOne: true, ref output);
            return;
        }

        var start = _position;
        SkipDigits();
        if (TryReadClock(start, ref output) || TryReadDate(start, ref output))
            return;

        var number = _text.AsSpan(start.._position);
        output.Append(number);
        if (OfFraction(Peek(_position)) is { } rest)
        {
            output.Append(Peek(_position) == '½' ? " and a " : " and ");
            output.Append(rest);
            _position++;
            number = default;
        }

        // 1/2 and 15/30 are left to the engine, which knows them: without the stroke "3 1/2" is heard as 312.
        if (Peek(_position) == '/' && char.IsAsciiDigit(Peek(_position + 1)))
        {
            output.Append('/');
            _position++;
            return;
        }

        if (TryReadRange(ref output))
            return;

        var end = _position;
        ReadUnit(isOne: number is "1", ref output);
        if (_position > end)
            _ = TryReadRange(ref output);
    }

    // 15-17, and 10%-15%.
    private bool TryReadRange(ref TextBuffer output)
    {
        if (Peek(_position) is not ('-' or '–') || !char.IsAsciiDigit(Peek(_position + 1)))
            return false;

        output.Append(" to ");
        _position++;
        return true;
    }

    // Digits with the decimal points and thousands separators between them.
    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek(_position)) || (Peek(_position) is '.' or ',' && char.IsAsciiDigit(Peek(_position + 1))))
            _position++;
    }

    // A lap time says its minutes; a time of day is left to the engine, which knows it.
    private bool TryReadClock(int start, ref TextBuffer output)
    {
        if (Peek(_position) != ':' || !char.IsAsciiDigit(Peek(_position + 1)))
            return false;

        var minutes = _text.AsSpan(start.._position);
        var second = _position + 1;
        _position++;
        SkipDigits();
        var seconds = _text.AsSpan(second.._position);
        if (Peek(_position) == ':' || !seconds.Contains('.'))
        {
            while (char.IsAsciiDigit(Peek(_position)) || (Peek(_position) is ':' or '.' && char.IsAsciiDigit(Peek(_position + 1))))
                _position++;

            output.Append(_text.AsSpan(start.._position));
            ReadUnit(isOne: false, ref output);
            return true;
        }

        output.Append(minutes);
        output.Append(minutes is "1" ? " minute " : " minutes ");
        output.Append(seconds[0] == '0' && seconds[1] != '.' ? seconds[1..] : seconds);
        output.Append(" seconds");
        if (Peek(_position) == 's' && !char.IsLetterOrDigit(Peek(_position + 1)))
            _position++;

        return true;
    }

    // 2025-04-26 is no range.
    private bool TryReadDate(int start, ref TextBuffer output)
    {
        var end = _position;
        var dashes = 0;
        while (char.IsAsciiDigit(Peek(end)) || (Peek(end) == '-' && char.IsAsciiDigit(Peek(end + 1))))
            dashes += Peek(end++) == '-' ? 1 : 0;

        if (dashes < 2)
            return false;

        output.Append(_text.AsSpan(start..end));
        _position = end;
        return true;
    }

    private void ReadUnit(bool isOne, ref TextBuffer output)
    {
        var start = Peek(_position) == ' ' ? _position + 1 : _position;
        var end = start;
        while (IsUnitLetter(Peek(end)))
            end++;

        var letters = _text.AsSpan(start..end);
        if (letters.IsEmpty || char.IsLetterOrDigit(Peek(end)) || (letters is "x" && start > _position))
            return;

        var afterPer = end;
        if (Peek(end) == '/')
        {
            afterPer = end + 1;
            while (char.IsLetter(Peek(afterPer)))
                afterPer++;
        }

        var per = ReadOnlySpan<char>.Empty;
        if (SpeechUnit.TryGet(_text.AsSpan(start..afterPer), out var unit))
        {
            end = afterPer;
        }
        else if (!SpeechUnit.TryGet(letters, out unit))
        {
            return;
        }
        else if (afterPer > end + 1)
        {
            per = _text.AsSpan((end + 1)..afterPer);
            end = afterPer;
        }

        _position = end;
        output.Append(' ');
        output.Append(isOne || IsBeforeMeasuredNoun() ? unit.One : unit.Many);
        if (per.IsEmpty)
            return;

        output.Append(" per ");
        output.Append(SpeechUnit.TryGet(per, out var perUnit) ? perUnit.One : per);
    }

    private bool IsBeforeMeasuredNoun()
    {
        if (Peek(_position) != ' ')
            return false;

        var end = _position + 1;
        while (char.IsLetter(Peek(end)) || Peek(end) == '-')
            end++;

        return SpeechWords.TakesMeasure(_text.AsSpan((_position + 1)..end));
    }

    private static bool IsUnitLetter(char c) => char.IsAsciiLetter(c) || c is '%' or '°' or '℃' or '℉';
}

using System.Globalization;
using static PitWall.Tools.NumberingPlan.Patterns.PatternNode;

namespace PitWall.Tools.NumberingPlan.Patterns;

/// <summary>Reads a pattern of the table; anything the table has not used so far is an error, so that a newer table cannot be misread.</summary>
internal sealed class PatternParser
{
    private const int AnyDigit = 0b11_1111_1111;

    private readonly string _text;
    private int _at;
    private int _captures;

    private PatternParser(string text) => _text = text;

    internal static PatternNode Parse(string text)
    {
        var parser = new PatternParser(text);
        var node = parser.ReadChoice();

        return parser._at == text.Length ? node : throw parser.Unexpected();
    }

    private PatternNode ReadChoice()
    {
        var branches = new List<PatternNode> { ReadSequence() };

        while (Take('|'))
        {
            branches.Add(ReadSequence());
        }

        return branches.Count == 1 ? branches[0] : new Choice(branches);
    }

    private Sequence ReadSequence()
    {
        var parts = new List<PatternNode>();

        while (_at < _text.Length && _text[_at] is not ('|' or ')'))
        {
            parts.Add(ReadRepeat(ReadAtom()));
        }

        return new Sequence(parts);
    }

    private PatternNode ReadAtom()
    {
        var c = _text[_at++];

        return c switch
        {
            >= '0' and <= '9' => new Digit(1 << (c - '0')),
            '\\' when Take('d') => new Digit(AnyDigit),
            '$' => new End(),
            '[' => ReadClass(),
            '(' => ReadGroup(),
            _ => throw Unexpected(),
        };
    }

    private PatternNode ReadGroup()
    {
        if (Take('?'))
        {
            Expect(':');
            var inner = ReadChoice();
            Expect(')');

            return inner;
        }

        var index = ++_captures;
        var body = ReadChoice();
        Expect(')');

        return new Capture(index, body);
    }

    private Digit ReadClass()
    {
        var mask = 0;

        while (!Take(']'))
        {
            var from = ReadDigit();
            var to = Take('-') ? ReadDigit() : from;

            for (var digit = from; digit <= to; digit++)
            {
                mask |= 1 << digit;
            }
        }

        return new Digit(mask);
    }

    private PatternNode ReadRepeat(PatternNode body)
    {
        if (Take('?'))
        {
            return new Repeat(body, 0, 1);
        }

        if (!Take('{'))
        {
            return body;
        }

        var min = ReadNumber();
        var max = Take(',') ? ReadNumber() : min;
        Expect('}');

        return new Repeat(body, min, max);
    }

    private int ReadNumber()
    {
        var start = _at;

        while (char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }

        return int.Parse(_text.AsSpan(start, _at - start), CultureInfo.InvariantCulture);
    }

    private int ReadDigit() => char.IsAsciiDigit(_text[_at]) ? _text[_at++] - '0' : throw Unexpected();

    private bool Take(char c)
    {
        if (_at >= _text.Length || _text[_at] != c)
        {
            return false;
        }

        _at++;

        return true;
    }

    private void Expect(char c)
    {
        if (!Take(c))
        {
            throw Unexpected();
        }
    }

    private FormatException Unexpected() => new($"Cannot read the pattern at {_at}: {_text}");
}

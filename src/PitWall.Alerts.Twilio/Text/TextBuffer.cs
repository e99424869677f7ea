using System.Buffers;

namespace PitWall.Alerts.Twilio.Text;

/// <summary>Characters being written: on the stack while they fit, in a pooled array from there on. Dispose it to return the array.</summary>
internal ref struct TextBuffer
{
    private Span<char> _characters;
    private char[]? _rented;

    public TextBuffer(Span<char> initial) => _characters = initial;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<char> Written => _characters[..Length];

    public readonly char Last => Length == 0 ? '\0' : _characters[Length - 1];

    public void Append(char c)
    {
        if (Length == _characters.Length)
            Grow(1);

        _characters[Length++] = c;
    }

    public void Append(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > _characters.Length - Length)
            Grow(text.Length);

        text.CopyTo(_characters[Length..]);
        Length += text.Length;
    }

    public void Append(int number)
    {
        Span<char> digits = stackalloc char[11];
        _ = number.TryFormat(digits, out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        Append(digits[..written]);
    }

    /// <summary>Gives the character at a position its upper case.</summary>
    public readonly void CapitalizeAt(int index)
    {
        if (index < Length)
            _characters[index] = char.ToUpperInvariant(_characters[index]);
    }

    public readonly void ReplaceFrom(int start, char from, char to) => EditFrom(start).Replace(from, to);

    /// <summary>What was written from a position on, to be changed in place.</summary>
    public readonly Span<char> EditFrom(int start) => _characters[start..Length];

    public readonly void ReplaceLast(char c) => _characters[Length - 1] = c;

    public void TrimEnd() => Length = Written.TrimEnd(' ').Length;

    public void Truncate(int length) => Length = length;

    public void Clear() => Length = 0;

    public override readonly string ToString() => Written.ToString();

    public void Dispose()
    {
        var rented = _rented;
        this = default;
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(Length + more, _characters.Length * 2));
        Written.CopyTo(larger);
        if (_rented is not null)
            ArrayPool<char>.Shared.Return(_rented);

        _characters = _rented = larger;
    }
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>
/// Remembers texts, in the order they came, as characters and not as objects. Long ones are remembered by their SHA-256. Not thread-safe.
/// </summary>
internal sealed class TextRing
{
    /// <summary>More than an alert that fits one text.</summary>
    private const int LongestKept = 256;

    private const int HashLength = SHA256.HashSizeInBytes / sizeof(char);
    private const int FirstLength = 4_096;

    private char[] _ring = new char[FirstLength];
    private long _oldest;

    /// <summary>Where the next text begins.</summary>
    public long Next { get; private set; }

    /// <summary>Remembers a text.</summary>
    /// <returns>How many characters of the ring it takes, from what was <see cref="Next"/> on.</returns>
    public int Add(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestKept)
        {
            Span<char> hash = stackalloc char[HashLength];
            Hash(text, hash);
            Write(hash);
            return -HashLength;
        }

        Write(text);
        return text.Length;
    }

    /// <summary>Whether a text is the one that was remembered.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="length">What <see cref="Add"/> said of it.</param>
    /// <param name="text">The text.</param>
    public bool Holds(long start, int length, ReadOnlySpan<char> text)
    {
        if (length >= 0)
            return length == text.Length && IsAt(start, text);

        if (text.Length <= LongestKept)
            return false;

        Span<char> hash = stackalloc char[HashLength];
        Hash(text, hash);
        return IsAt(start, hash);
    }

    /// <summary>Forgets all texts before a place.</summary>
    public void ForgetUpTo(long start) => _oldest = start;

    /// <summary>Forgets all texts from a place on.</summary>
    public void ForgetFrom(long start) => Next = start;

    private static void Hash(ReadOnlySpan<char> text, Span<char> hash) =>
        SHA256.HashData(MemoryMarshal.AsBytes(text), MemoryMarshal.AsBytes(hash));

    private void Write(ReadOnlySpan<char> text)
    {
        while (Next - _oldest + text.Length > _ring.Length)
            Grow();

        var (at, first) = Split(Next, text.Length);
        text[..first].CopyTo(_ring.AsSpan(at));
        text[first..].CopyTo(_ring);
        Next += text.Length;
    }

    private bool IsAt(long start, ReadOnlySpan<char> text)
    {
        var (at, first) = Split(start, text.Length);
        return _ring.AsSpan(at, first).SequenceEqual(text[..first]) && text[first..].SequenceEqual(_ring.AsSpan(0, text.Length - first));
    }

    /// <summary>Where a text begins in the ring, and how much of it comes before the ring's end.</summary>
    private (int At, int First) Split(long start, int length)
    {
        var at = (int)(start & (_ring.Length - 1));
        return (at, Math.Min(length, _ring.Length - at));
    }

    private void Grow()
    {
        var ring = _ring;
        _ring = new char[2 * ring.Length];
        for (var place = _oldest; place < Next;)
        {
            var from = (int)(place & (ring.Length - 1));
            var to = (int)(place & (_ring.Length - 1));
            var length = (int)Math.Min(Next - place, Math.Min(ring.Length - from, _ring.Length - to));
            ring.AsSpan(from, length).CopyTo(_ring.AsSpan(to));
            place += length;
        }
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>
/// An alert's id or a SID as bits rather than as an object: what is remembered of thousands of alerts is then nothing that a garbage
/// collection has to look at. Any other text is kept as it is.
/// </summary>
internal readonly struct CompactText : IEquatable<CompactText>
{
    /// <summary>An id of ours has as many characters: one byte each.</summary>
    private const int MostLetters = 16;

    private const int KindLetters = 2;
    private const int SidLength = KindLetters + (2 * MostLetters);

    private readonly UInt128 _bits;
    private readonly string? _text;

    // What the bits are: nothing, letters, or the digits behind a SID's two letters, which stand here.
    private readonly ushort _kind;

    private CompactText(UInt128 bits, ushort kind, string? text) => (_bits, _kind, _text) = (bits, kind, text);

    /// <summary>Whether there is a text.</summary>
    public bool HasValue => _kind != 0 || _text is not null;

    public static CompactText Of(string? text)
    {
        if (text is null)
            return default;

        Span<byte> bytes = stackalloc byte[MostLetters];
        if (text.Length is > 0 and <= MostLetters && Ascii.FromUtf16(text, bytes, out var written) == OperationStatus.Done && !bytes[..written].Contains((byte)0))
        {
            bytes[written..].Clear();
            return new CompactText(BinaryPrimitives.ReadUInt128BigEndian(bytes), kind: 1, text: null);
        }

        // A capital digit would come back as a small one.
        return text.Length == SidLength
            && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1])
            && !text.AsSpan(KindLetters).ContainsAnyInRange('A', 'F')
            && Convert.FromHexString(text.AsSpan(KindLetters), bytes, out _, out _) == OperationStatus.Done
            ? new CompactText(BinaryPrimitives.ReadUInt128BigEndian(bytes), (ushort)((text[0] << 8) | text[1]), text: null)
            : new CompactText(default, kind: 0, text);
    }

    public bool Equals(CompactText other) => _bits == other._bits && _kind == other._kind && _text == other._text;

    public override bool Equals(object? obj) => obj is CompactText other && Equals(other);

    public override int GetHashCode() => _text is null ? HashCode.Combine((ulong)(_bits >> 64), (ulong)_bits) : _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The text again; <see langword="null"/> where there is none.</summary>
    public override string? ToString()
    {
        if (_kind == 0)
            return _text;

        Span<byte> bytes = stackalloc byte[MostLetters];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _bits);
        return _kind == 1
            ? Encoding.ASCII.GetString(bytes.TrimEnd((byte)0))
            : string.Create(SidLength, (Kind: _kind, Bits: _bits), static (text, sid) =>
            {
                (text[0], text[1]) = ((char)(sid.Kind >> 8), (char)(sid.Kind & 0xFF));
                Span<byte> digits = stackalloc byte[MostLetters];
                BinaryPrimitives.WriteUInt128BigEndian(digits, sid.Bits);
                Convert.TryToHexStringLower(digits, text[KindLetters..], out _);
            });
    }
}

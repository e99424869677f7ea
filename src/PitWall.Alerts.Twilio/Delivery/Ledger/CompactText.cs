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

    private static readonly Form Letters = new(string.Empty);
    private static readonly Form Sms = new("SM");
    private static readonly Form Mms = new("MM");
    private static readonly Form Call = new("CA");

    // In halves: whole, its alignment would make every text a third larger.
    private readonly ulong _high;
    private readonly ulong _low;

    // What the bits are; or the text itself, where it is none of those; or nothing.
    private readonly object? _form;

    private CompactText(ReadOnlySpan<byte> bytes, Form form)
    {
        _high = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _low = BinaryPrimitives.ReadUInt64BigEndian(bytes[sizeof(ulong)..]);
        _form = form;
    }

    private CompactText(string text) => _form = text;

    /// <summary>Whether there is a text.</summary>
    public bool HasValue => _form is not null;

    public static CompactText Of(string? text)
    {
        if (text is null)
            return default;

        Span<byte> bytes = stackalloc byte[MostLetters];
        if (text.Length is > 0 and <= MostLetters && Ascii.FromUtf16(text, bytes, out var written) == OperationStatus.Done && !bytes[..written].Contains((byte)0))
        {
            bytes[written..].Clear();
            return new CompactText(bytes, Letters);
        }

        // A capital digit would come back as a small one.
        return text.Length == SidLength
            && FormOf(text[0], text[1]) is { } form
            && !text.AsSpan(KindLetters).ContainsAnyInRange('A', 'F')
            && Convert.FromHexString(text.AsSpan(KindLetters), bytes, out _, out _) == OperationStatus.Done
            ? new CompactText(bytes, form)
            : new CompactText(text);
    }

    public bool Equals(CompactText other) => _high == other._high && _low == other._low && Equals(_form, other._form);

    public override bool Equals(object? obj) => obj is CompactText other && Equals(other);

    // The bits are random, or nearly: multiplication spreads what is not.
    public override int GetHashCode()
    {
        const ulong spread = 0x9E37_79B9_7F4A_7C15;
        return _form is string text
            ? text.GetHashCode(StringComparison.Ordinal)
            : (int)(((_high ^ (_low * spread)) * spread) >> 32);
    }

    /// <summary>The text again; <see langword="null"/> where there is none.</summary>
    public override string? ToString()
    {
        if (_form is not Form form)
            return (string?)_form;

        Span<byte> bytes = stackalloc byte[MostLetters];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[sizeof(ulong)..], _low);
        return ReferenceEquals(form, Letters)
            ? Encoding.ASCII.GetString(bytes.TrimEnd((byte)0))
            : form.Kind + Convert.ToHexStringLower(bytes);
    }

    private static Form? FormOf(char first, char second) => (first, second) switch
    {
        ('S', 'M') => Sms,
        ('M', 'M') => Mms,
        ('C', 'A') => Call,
        _ => null,
    };

    private sealed class Form(string kind)
    {
        /// <summary>The two letters before a SID's digits.</summary>
        public string Kind => kind;
    }
}

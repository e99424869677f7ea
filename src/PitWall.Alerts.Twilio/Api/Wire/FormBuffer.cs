using System.Buffers;
using System.Globalization;
using System.Text;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>An <c>application/x-www-form-urlencoded</c> body, written straight into a pooled buffer.</summary>
/// <remarks>
/// One per create, shared by its attempts. Encoding: WHATWG URL standard, section 5.2, with <c>%20</c> for a space, which
/// Twilio takes as well as <c>+</c>.
/// </remarks>
internal sealed class FormBuffer : IDisposable
{
    private const int InitialSize = 1024;
    private const int MaxUtf8Bytes = 4;
    private const int MaxEncodedRune = 3 * MaxUtf8Bytes;

    // The characters that stand for themselves, as bits by their code: the digits and * - . among the first 64, the letters and _
    // among the second.
    private const ulong UnreservedFirst = 0x03FF_6400_0000_0000;
    private const ulong UnreservedSecond = 0x07FF_FFFE_87FF_FFFE;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _length;
    private bool _isAbandoned;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public int Length => _length;

    /// <summary>Appends a field. The name is sent as it is; the value is encoded.</summary>
    public void Append(ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        Begin(name);
        AppendEncoded(value);
    }

    /// <summary>Appends a field whose value comes in parts.</summary>
    public void Append(ReadOnlySpan<byte> name, ReadOnlySpan<char> first, ReadOnlySpan<char> second, ReadOnlySpan<char> third)
    {
        Begin(name);
        AppendEncoded(first);
        AppendEncoded(second);
        AppendEncoded(third);
    }

    public void Append(ReadOnlySpan<byte> name, long value)
    {
        const int longestInt64 = 20;
        Begin(name);
        EnsureRoom(longestInt64);
        value.TryFormat(_bytes.AsSpan(_length), out var written, provider: CultureInfo.InvariantCulture);
        _length += written;
    }

    public void Append(ReadOnlySpan<byte> name, bool value) => Append(name, value ? "true" : "false");

    /// <summary>Appends a number in E.164, behind a channel prefix such as <c>whatsapp:</c> or none.</summary>
    public void Append(ReadOnlySpan<byte> name, string prefix, E164PhoneNumber number)
    {
        Span<char> text = stackalloc char[E164PhoneNumber.MaxDigits + 1];
        number.TryFormat(text, out var written, default, null);
        Append(name, prefix, text[..written], default);
    }

    public void Dispose()
    {
        var bytes = Interlocked.Exchange(ref _bytes, []);
        _length = 0;
        if (bytes.Length > 0 && !_isAbandoned)
            ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>Leaves the bytes to the garbage collector instead of the pool: a connection that failed may still be reading them.</summary>
    public void Abandon() => _isAbandoned = true;

    /// <summary>Goes on with a copy of the first bytes, which nobody else reads.</summary>
    /// <param name="length">How many bytes to keep.</param>
    public void Renew(int length)
    {
        var copy = ArrayPool<byte>.Shared.Rent(Math.Max(InitialSize, length));
        _bytes.AsSpan(0, length).CopyTo(copy);
        (_bytes, _length, _isAbandoned) = (copy, length, false);
    }

    private void AppendEncoded(ReadOnlySpan<char> value)
    {
        for (var i = 0; i < value.Length;)
        {
            if (_bytes.Length - _length < MaxEncodedRune)
                EnsureRoom(MaxEncodedRune);

            var bytes = _bytes.AsSpan(_length);
            var character = value[i];
            if (IsUnreserved(character))
            {
                bytes[0] = (byte)character;
                _length++;
                i++;
            }
            else if (char.IsAscii(character))
            {
                WritePercentEncoded((byte)character, bytes);
                _length += 3;
                i++;
            }
            else
            {
                // A lone surrogate becomes U+FFFD: the rune decoder never throws.
                Rune.DecodeFromUtf16(value[i..], out var rune, out var consumed);
                AppendPercentEncoded(rune);
                i += consumed;
            }
        }
    }

    private static bool IsUnreserved(char character) =>
        character < 128 && ((character < 64 ? UnreservedFirst : UnreservedSecond) >> (character & 63) & 1) != 0;

    private void AppendPercentEncoded(Rune rune)
    {
        Span<byte> utf8 = stackalloc byte[MaxUtf8Bytes];
        var count = rune.EncodeToUtf8(utf8);
        foreach (var b in utf8[..count])
        {
            WritePercentEncoded(b, _bytes.AsSpan(_length));
            _length += 3;
        }
    }

    private static void WritePercentEncoded(byte value, Span<byte> bytes)
    {
        bytes[0] = (byte)'%';
        bytes[1] = HexDigit(value >> 4);
        bytes[2] = HexDigit(value & 0xF);
    }

    private static byte HexDigit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);

    private void Begin(ReadOnlySpan<byte> name)
    {
        EnsureRoom(name.Length + 2);
        if (_length > 0)
            _bytes[_length++] = (byte)'&';

        name.CopyTo(_bytes.AsSpan(_length));
        _length += name.Length;
        _bytes[_length++] = (byte)'=';
    }

    private void EnsureRoom(int count)
    {
        if (_bytes.Length - _length >= count)
            return;

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + count));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}

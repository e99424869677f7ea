using System.Buffers;
using System.Buffers.Binary;
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
    // With one byte more, because what is written is rounded up to four.
    private const int MaxEncodedRune = (3 * MaxUtf8Bytes) + 1;

    private const int AsciiCount = 128;
    private const int BitOfLength = 24;

    // How each ASCII character is written: its bytes from the lowest up, and in the highest how many they are. Texts change between letters
    // and spaces at every word, which a processor cannot foresee; so nothing depends on which of them it is.
    private static readonly uint[] Encoded = [.. Enumerable.Range(0, AsciiCount).Select(c => Encode((byte)c))];

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
        while (!value.IsEmpty)
        {
            EnsureRoom(MaxEncodedRune);
            var read = AppendAscii(value);
            if (read == 0)
            {
                // A lone surrogate becomes U+FFFD: the rune decoder never throws.
                Rune.DecodeFromUtf16(value, out var rune, out read);
                AppendPercentEncoded(rune);
            }

            value = value[read..];
        }
    }

    /// <summary>Appends ASCII characters, up to another one or as far as there is room.</summary>
    /// <returns>How many were read.</returns>
    private int AppendAscii(ReadOnlySpan<char> value)
    {
        var encoded = Encoded;
        var bytes = _bytes.AsSpan(_length);
        var (read, written) = (0, 0);
        while (read < value.Length && value[read] < encoded.Length && bytes.Length - written >= sizeof(uint))
        {
            var one = encoded[value[read++]];
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[written..], one);
            written += (int)(one >> BitOfLength);
        }

        _length += written;
        return read;
    }

    private void AppendPercentEncoded(Rune rune)
    {
        Span<byte> utf8 = stackalloc byte[MaxUtf8Bytes];
        var count = rune.EncodeToUtf8(utf8);
        foreach (var b in utf8[..count])
        {
            BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(_length), PercentEncode(b));
            _length += 3;
        }
    }

    private static uint Encode(byte ascii) =>
        char.IsAsciiLetterOrDigit((char)ascii) || ascii is (byte)'*' or (byte)'-' or (byte)'.' or (byte)'_' ? ascii | (1u << BitOfLength) : PercentEncode(ascii);

    private static uint PercentEncode(byte value) => '%' | (HexDigit(value >> 4) << 8) | (HexDigit(value & 0xF) << 16) | (3u << BitOfLength);

    private static uint HexDigit(int value) => (uint)(value < 10 ? '0' + value : 'A' + value - 10);

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

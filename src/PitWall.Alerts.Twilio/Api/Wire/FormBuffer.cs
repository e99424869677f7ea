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
    private const int MaxPercentEncodedPerUtf8Byte = 3;

    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-._");

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
            var run = value.IndexOfAnyExcept(Unreserved);
            if (run < 0)
                run = value.Length;

            if (run > 0)
            {
                EnsureRoom(run);
                _length += Encoding.ASCII.GetBytes(value[..run], _bytes.AsSpan(_length));
                value = value[run..];
                continue;
            }

            // A lone surrogate becomes U+FFFD: the rune decoder never throws.
            Rune.DecodeFromUtf16(value, out var rune, out var consumed);
            AppendPercentEncoded(rune);
            value = value[consumed..];
        }
    }

    private void AppendPercentEncoded(Rune rune)
    {
        Span<byte> utf8 = stackalloc byte[4];
        var count = rune.EncodeToUtf8(utf8);
        EnsureRoom(count * MaxPercentEncodedPerUtf8Byte);
        foreach (var b in utf8[..count])
        {
            _bytes[_length++] = (byte)'%';
            _bytes[_length++] = HexDigit(b >> 4);
            _bytes[_length++] = HexDigit(b & 0xF);
        }
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

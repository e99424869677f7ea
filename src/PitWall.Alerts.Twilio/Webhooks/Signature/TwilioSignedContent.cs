using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>
/// What is signed, on the stack or in pooled memory: the URL, followed by the fields in their order. The fields are put in place once; the URL, of which
/// several forms are tried, is written so that it ends where they begin.
/// </summary>
internal ref struct TwilioSignedContent
{
    // Insertion is quadratic: beyond this, a hostile form of ten thousand fields must be sorted properly.
    private const int FewFields = 32;

    /// <summary>A callback with its URL has four to six hundred characters.</summary>
    public const int UsualLength = 768;

    /// <summary>UTF-8 takes up to three bytes for a UTF-16 unit.</summary>
    public const int UsualBytes = 3 * (UsualLength + 1);

    private readonly int _urlEnd;
    private readonly Span<char> _text;
    private readonly Span<byte> _bytes;
    private readonly char[]? _pooledText;
    private readonly byte[]? _pooledBytes;
    private readonly int _end;
    private int _start;
    private int _encoded;

    /// <param name="maxUrlLength">The length of the longest form of the URL.</param>
    /// <param name="fields">The form fields.</param>
    /// <param name="text">Room for <see cref="UsualLength"/> characters.</param>
    /// <param name="bytes">Room for <see cref="UsualBytes"/> bytes.</param>
    public TwilioSignedContent(int maxUrlLength, ReadOnlySpan<KeyValuePair<string, string>> fields, Span<char> text, Span<byte> bytes)
    {
        var length = maxUrlLength;
        foreach (var field in fields) length += field.Key.AsSpan().Length + field.Value.AsSpan().Length;

        var isUsual = length <= text.Length;
        _text = isUsual ? text : _pooledText = ArrayPool<char>.Shared.Rent(length);
        _bytes = isUsual ? bytes : _pooledBytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(length));
        _urlEnd = maxUrlLength;
        _start = maxUrlLength;
        _end = maxUrlLength + (fields.Length <= FewFields ? PutFew(fields, _text[maxUrlLength..]) : PutMany(fields, _text[maxUrlLength..]));
    }

    public void PutUrl(ReadOnlySpan<char> url)
    {
        _start = _urlEnd - url.Length;
        url.CopyTo(_text[_start..]);
    }

    public void PutUrl(
        ReadOnlySpan<char> scheme, ReadOnlySpan<char> userInfo, ReadOnlySpan<char> host, ReadOnlySpan<char> port, ReadOnlySpan<char> rest)
    {
        _start = _urlEnd - (scheme.Length + userInfo.Length + host.Length + port.Length + rest.Length);
        var at = _text[_start..];
        scheme.CopyTo(at);
        at = at[scheme.Length..];
        userInfo.CopyTo(at);
        at = at[userInfo.Length..];
        host.CopyTo(at);
        at = at[host.Length..];
        port.CopyTo(at);
        rest.CopyTo(at[port.Length..]);
    }

    public ReadOnlySpan<byte> Encode()
    {
        var length = Encoding.UTF8.GetBytes(_text[_start.._end], _bytes);
        _encoded = Math.Max(_encoded, length);
        return _bytes[..length];
    }

    /// <summary>Gives the memory back, cleared: it holds the numbers and texts of people.</summary>
    public readonly void Dispose()
    {
        _text[_urlEnd.._end].Clear();
        _bytes[.._encoded].Clear();
        if (_pooledText is not null) ArrayPool<char>.Shared.Return(_pooledText);
        if (_pooledBytes is not null) ArrayPool<byte>.Shared.Return(_pooledBytes);
    }

    [SkipLocalsInit]
    private static int PutFew(ReadOnlySpan<KeyValuePair<string, string>> fields, Span<char> destination)
    {
        Span<byte> order = stackalloc byte[FewFields];
        Span<ulong> keys = stackalloc ulong[FewFields];
        for (var i = 0; i < fields.Length; i++)
        {
            var key = TwilioSignatureFieldOrder.Key(fields[i].Key);
            var at = i;
            for (; at > 0; at--)
            {
                if (keys[at - 1] < key) break;
                if (keys[at - 1] == key && TwilioSignatureFieldOrder.Compare(fields[order[at - 1]], fields[i]) <= 0) break;

                keys[at] = keys[at - 1];
                order[at] = order[at - 1];
            }

            keys[at] = key;
            order[at] = (byte)i;
        }

        var written = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1] || !AreEqual(fields[order[i]], fields[order[i - 1]])) written += Put(fields[order[i]], destination[written..]);
        }

        return written;
    }

    private static int PutMany(ReadOnlySpan<KeyValuePair<string, string>> fields, Span<char> destination)
    {
        var sorted = ArrayPool<KeyValuePair<string, string>>.Shared.Rent(fields.Length);
        try
        {
            fields.CopyTo(sorted);
            var ordered = sorted.AsSpan(0, fields.Length);
            ordered.Sort(TwilioSignatureFieldOrder.Comparison);

            var written = 0;
            for (var i = 0; i < ordered.Length; i++)
            {
                if (i == 0 || !AreEqual(ordered[i], ordered[i - 1])) written += Put(ordered[i], destination[written..]);
            }

            return written;
        }
        finally
        {
            sorted.AsSpan(0, fields.Length).Clear();
            ArrayPool<KeyValuePair<string, string>>.Shared.Return(sorted);
        }
    }

    private static bool AreEqual(KeyValuePair<string, string> left, KeyValuePair<string, string> right) =>
        left.Key == right.Key && left.Value == right.Value;

    private static int Put(KeyValuePair<string, string> field, Span<char> destination)
    {
        var name = field.Key.AsSpan();
        var value = field.Value.AsSpan();
        name.CopyTo(destination);
        value.CopyTo(destination[name.Length..]);
        return name.Length + value.Length;
    }
}

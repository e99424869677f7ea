using System.Buffers;
using System.Text;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>
/// What is signed, in pooled memory: the URL, followed by the fields in their order. The fields are put in place once; the URL, of which
/// several forms are tried, is written so that it ends where they begin.
/// </summary>
internal ref struct TwilioSignedContent
{
    // Insertion is quadratic: beyond this, a hostile form of ten thousand fields must be sorted properly.
    private const int FewFields = 32;

    private readonly int _urlEnd;
    private readonly char[] _text;
    private readonly byte[] _bytes;
    private readonly int _end;
    private int _start;
    private int _encoded;

    public TwilioSignedContent(int maxUrlLength, ReadOnlySpan<KeyValuePair<string, string>> fields)
    {
        var length = maxUrlLength;
        foreach (var field in fields) length += field.Key.AsSpan().Length + field.Value.AsSpan().Length;

        _text = ArrayPool<char>.Shared.Rent(length);
        _bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(length));
        _urlEnd = maxUrlLength;
        _start = maxUrlLength;
        _end = maxUrlLength + (fields.Length <= FewFields ? PutFew(fields, _text.AsSpan(maxUrlLength)) : PutMany(fields, _text.AsSpan(maxUrlLength)));
    }

    public void PutUrl(ReadOnlySpan<char> url)
    {
        _start = _urlEnd - url.Length;
        url.CopyTo(_text.AsSpan(_start));
    }

    public void PutUrl(
        ReadOnlySpan<char> scheme, ReadOnlySpan<char> userInfo, ReadOnlySpan<char> host, ReadOnlySpan<char> port, ReadOnlySpan<char> rest)
    {
        _start = _urlEnd - (scheme.Length + userInfo.Length + host.Length + port.Length + rest.Length);
        var at = _text.AsSpan(_start);
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
        var length = Encoding.UTF8.GetBytes(_text.AsSpan(_start, _end - _start), _bytes);
        _encoded = Math.Max(_encoded, length);
        return _bytes.AsSpan(0, length);
    }

    /// <summary>Gives the memory back, cleared: it holds the numbers and texts of people.</summary>
    public readonly void Dispose()
    {
        _text.AsSpan(_urlEnd, _end - _urlEnd).Clear();
        _bytes.AsSpan(0, _encoded).Clear();
        ArrayPool<char>.Shared.Return(_text);
        ArrayPool<byte>.Shared.Return(_bytes);
    }

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
            if (i == 0 || !AreEqual(fields[order[i]], fields[order[i - 1]])) written += Put(fields[order[i]], destination[written..]);
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

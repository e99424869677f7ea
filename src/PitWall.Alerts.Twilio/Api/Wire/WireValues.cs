using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Reads the values Twilio writes as text: dates, numbers, statuses. What cannot be read is nothing, not an error.</summary>
internal static class WireValues
{
    private const int HttpDateLength = 31;

    /// <summary>RFC 2822 with its optional parts, and the form that Twilio's newer products use.</summary>
    private static readonly string[] DateFormats =
        ["ddd, d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm:ss zzz", "r", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>RFC 2822, always in UTC: <c>Thu, 24 Aug 2023 05:01:45 +0000</c>.</summary>
    public static DateTimeOffset? Date(string? text)
    {
        if (text is null)
            return null;

        Span<byte> bytes = stackalloc byte[HttpDateLength];
        if (text.Length == bytes.Length && Ascii.FromUtf16(text, bytes, out _) == OperationStatus.Done && HttpDate(bytes) is { } usual)
            return usual;

        const DateTimeStyles inUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, inUtc, out var date) ? date : null;
    }

    /// <summary>The form nearly every date has, read as the framework's own reader does it, at a tenth of its cost.</summary>
    public static DateTimeOffset? HttpDate(ReadOnlySpan<byte> text)
    {
        var inUtc = " +0000"u8;
        var inGmt = " GMT"u8;
        if (text.Length != HttpDateLength || !text.EndsWith(inUtc))
            return null;

        // The framework reads RFC 1123, which ends in GMT.
        Span<byte> bytes = stackalloc byte[HttpDateLength - inUtc.Length + inGmt.Length];
        text[..^inUtc.Length].CopyTo(bytes);
        inGmt.CopyTo(bytes[^inGmt.Length..]);
        return Utf8Parser.TryParse(bytes, out DateTimeOffset date, out var consumed, 'R') && consumed == bytes.Length ? date : null;
    }

    public static int? Int32(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A price, which Twilio writes as a negative decimal: <c>-0.00750</c>.</summary>
    public static decimal? Amount(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? Math.Abs(value) : null;

    /// <summary>An amount of money that may be owed: <c>-3.50</c>.</summary>
    public static decimal? SignedAmount(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static TimeSpan? Seconds(string? text) => Int32(text) is { } seconds and >= 0 ? TimeSpan.FromSeconds(seconds) : null;

    public static TimeSpan? Milliseconds(string? text) => Int32(text) is { } milliseconds and >= 0 ? TimeSpan.FromMilliseconds(milliseconds) : null;

    public static MessageStatus Message(string? text) => text switch
    {
        "scheduled" => MessageStatus.Scheduled,
        "accepted" => MessageStatus.Accepted,
        "queued" => MessageStatus.Queued,
        "sending" => MessageStatus.Sending,
        "sent" => MessageStatus.Sent,
        "partially_delivered" => MessageStatus.PartiallyDelivered,
        "delivered" => MessageStatus.Delivered,
        "undelivered" => MessageStatus.Undelivered,
        "failed" => MessageStatus.Failed,
        "canceled" => MessageStatus.Canceled,
        "read" => MessageStatus.Read,
        "receiving" => MessageStatus.Receiving,
        "received" => MessageStatus.Received,
        _ => MessageStatus.Unknown,
    };

    public static CallStatus Call(string? text) => text switch
    {
        "queued" => CallStatus.Queued,
        "initiated" => CallStatus.Initiated,
        "ringing" => CallStatus.Ringing,
        "in-progress" => CallStatus.InProgress,
        "completed" => CallStatus.Completed,
        "busy" => CallStatus.Busy,
        "failed" => CallStatus.Failed,
        "no-answer" => CallStatus.NoAnswer,
        "canceled" => CallStatus.Canceled,
        _ => CallStatus.Unknown,
    };
}

using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Reads the values Twilio writes as text: dates, numbers, statuses. What cannot be read is nothing, not an error.</summary>
internal static class WireValues
{
    /// <summary>RFC 2822 with its optional parts, and the form that Twilio's newer products use.</summary>
    private static readonly string[] DateFormats =
        ["ddd, d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm:ss zzz", "r", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>RFC 2822, always in UTC: <c>Thu, 24 Aug 2023 05:01:45 +0000</c>.</summary>
    public static DateTimeOffset? Date(string? text) =>
        text is null ? null
        : HttpDate(text) is { } usual ? usual
        : DateTimeOffset.TryParseExact(
            text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : null;

    /// <summary>The form nearly every date has, read as the framework's own reader does it, at a tenth of its cost.</summary>
    private static DateTimeOffset? HttpDate(string text)
    {
        const string inUtc = " +0000";
        const int withoutZone = 25;
        Span<byte> bytes = stackalloc byte[29];
        if (text.Length != withoutZone + inUtc.Length || !text.EndsWith(inUtc, StringComparison.Ordinal) || !Ascii.IsValid(text))
            return null;

        // The framework reads RFC 1123, which ends in GMT.
        Encoding.ASCII.GetBytes(text.AsSpan(0, withoutZone), bytes);
        " GMT"u8.CopyTo(bytes[withoutZone..]);
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

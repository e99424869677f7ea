using System.Globalization;
using System.Text.Json;

namespace PitWall.Alerts.Twilio.Testing.Rest;

/// <summary>Twilio's way of writing values in JSON.</summary>
internal static class TwilioJson
{
    /// <summary>RFC 2822, always in UTC: <c>Thu, 24 Aug 2023 05:01:45 +0000</c>.</summary>
    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    public static void WriteDate(this Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } value) writer.WriteString(name, Date(value));
        else writer.WriteNull(name);
    }

    /// <summary>Counts are strings.</summary>
    public static void WriteCount(this Utf8JsonWriter writer, string name, int count) =>
        writer.WriteString(name, count.ToString(CultureInfo.InvariantCulture));

    /// <summary>Prices are negative decimals with five places, in a string.</summary>
    public static void WritePrice(this Utf8JsonWriter writer, string name, decimal? price)
    {
        if (price is { } value) writer.WriteString(name, (-value).ToString("0.00000", CultureInfo.InvariantCulture));
        else writer.WriteNull(name);
    }
}

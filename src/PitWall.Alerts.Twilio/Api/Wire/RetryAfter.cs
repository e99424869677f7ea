using System.Globalization;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>The header <c>Retry-After</c> in both its forms (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <param name="value">The header's value.</param>
    /// <param name="now">The time the answer came, on the server's clock where it sent one.</param>
    public static TimeSpan? Parse(string? value, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;

        // More than a number holds is still a wait, and the last thing to take for none.
        if (!value.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return TimeSpan.FromSeconds(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : int.MaxValue);

        if (!DateTimeOffset.TryParseExact(
            value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            return null;
        }

        var wait = date - now;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}

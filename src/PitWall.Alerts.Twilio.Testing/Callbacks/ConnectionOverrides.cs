using System.Globalization;

namespace PitWall.Alerts.Twilio.Testing.Callbacks;

/// <summary>
/// How a webhook is called, which a host may change by <c>key=value</c> pairs in the fragment of its URL. Unknown keys and values out of
/// range are ignored.
/// </summary>
/// <remarks>
/// Source: Twilio docs, "Webhooks (HTTP callbacks): connection overrides". <c>sni</c> and <c>e</c> (egress edges) mean nothing on loopback.
/// </remarks>
internal sealed record ConnectionOverrides
{
    public TimeSpan ConnectTimeout { get; private init; } = TimeSpan.FromMilliseconds(5000);

    public TimeSpan ReadTimeout { get; private init; } = TimeSpan.FromMilliseconds(15000);

    public TimeSpan TotalTimeout { get; private init; } = TimeSpan.FromMilliseconds(15000);

    public int Retries { get; private init; } = 1;

    /// <summary>What is retried: <c>4xx</c>, <c>5xx</c>, <c>ct</c>, <c>rt</c>.</summary>
    public IReadOnlyList<string> RetryPolicy { get; private init; } = ["ct"];

    public static ConnectionOverrides Parse(string fragment)
    {
        var overrides = new ConnectionOverrides();
        foreach (var pair in fragment.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) continue;

            var value = Uri.UnescapeDataString(pair[(equals + 1)..]);
            overrides = pair[..equals] switch
            {
                "ct" when Milliseconds(value, 10000) is { } time => overrides with { ConnectTimeout = time },
                "rt" when Milliseconds(value, 15000) is { } time => overrides with { ReadTimeout = time },
                "tt" when Milliseconds(value, 15000) is { } time => overrides with { TotalTimeout = time },
                "rc" when int.TryParse(value, CultureInfo.InvariantCulture, out var count) && count is >= 0 and <= 5
                    => overrides with { Retries = count },
                "rp" => overrides with { RetryPolicy = Policy(value) },
                _ => overrides,
            };
        }

        return overrides;
    }

    private static TimeSpan? Milliseconds(string text, int max) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= 100 && value <= max ? TimeSpan.FromMilliseconds(value) : null;

    private static string[] Policy(string text)
    {
        var kinds = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return kinds.Contains("all") ? ["4xx", "5xx", "ct", "rt"] : kinds;
    }
}

namespace RaceReplay.Output;

/// <summary>What a segment costs.</summary>
internal static class Price
{
    public const string Currency = "USD";

    /// <summary>Source: Twilio's US price list for SMS from long codes, as quoted in October 2026. Carriers' fees are not in it.</summary>
    public const decimal PerSegment = 0.0083m;
}

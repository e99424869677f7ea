using System.Globalization;

namespace PitWall.Alerts.Twilio;

/// <summary>What texts are expected to cost: segments times one price. An estimate, never the bill.</summary>
/// <remarks>
/// Twilio bills by destination and carriers add fees; the final figure is <c>price</c> of Twilio's Message resource, which is
/// filled in after the message was sent.
/// </remarks>
public readonly record struct SmsCost
{
    /// <summary>Creates an estimate.</summary>
    /// <param name="segments">Segments; not negative.</param>
    /// <param name="pricePerSegment">The price of one; not negative.</param>
    /// <param name="currency">Its currency. Default <c>USD</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Thrown when a number is negative.</exception>
    /// <exception cref="ArgumentException">Thrown when <paramref name="currency"/> is blank.</exception>
    public SmsCost(int segments, decimal pricePerSegment, string currency = "USD")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(segments);
        ArgumentOutOfRangeException.ThrowIfNegative(pricePerSegment);
        ArgumentException.ThrowIfNullOrWhiteSpace(currency);
        Segments = segments;
        PricePerSegment = pricePerSegment;
        Currency = currency;
    }

    /// <summary>Segments that are billed.</summary>
    public int Segments { get; }

    /// <summary>The price of one segment.</summary>
    public decimal PricePerSegment { get; }

    /// <summary>The currency of both prices.</summary>
    public string Currency { get => field ?? "USD"; }

    /// <summary>Segments times the price of one.</summary>
    public decimal EstimatedPrice => Segments * PricePerSegment;

    /// <summary>Returns the estimate, marked as one, in the invariant culture.</summary>
    /// <returns>A short text, such as <c>3 segments, about 0.0249 USD (estimate)</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Segments} {(Segments == 1 ? "segment" : "segments")}, about {EstimatedPrice:0.####} {Currency} (estimate)");
}

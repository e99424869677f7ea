namespace PitWall.Alerts.Twilio.Text;

/// <summary>How long a text may be.</summary>
/// <param name="Segments">SMS segments, or <see cref="Unlimited"/>.</param>
/// <param name="ReservedUnits">Units that somebody else will put before it.</param>
/// <param name="IsSms">Whether it is sent in segments of an alphabet at all.</param>
internal readonly record struct TextBudget(int Segments, int ReservedUnits, bool IsSms = true)
{
    public const int Unlimited = int.MaxValue;

    /// <summary>A body of the longest length, whatever its alphabet.</summary>
    public static TextBudget Body => new(Unlimited, 0, IsSms: false);

    /// <summary>No text with more characters than this is admitted.</summary>
    public int MostCharacters => Math.Max(0, (int)Math.Min(
        SmsText.MaxLength,
        Segments == 1 ? SmsText.Gsm7UnitsInOne : (long)Segments * SmsText.Gsm7UnitsPerPart) - ReservedUnits);

    public bool Admits(ReadOnlySpan<char> text, out SmsMeasure measure)
    {
        measure = SmsMeter.Measure(text, ReservedUnits);
        return measure.Segments <= Segments && text.Length <= SmsText.MaxLength - ReservedUnits;
    }
}

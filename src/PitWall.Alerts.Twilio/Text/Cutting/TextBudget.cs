namespace PitWall.Alerts.Twilio.Text;

/// <summary>How long a text may be.</summary>
/// <param name="Medium">What limits it.</param>
/// <param name="Segments">SMS segments, or <see cref="Unlimited"/>.</param>
/// <param name="ReservedUnits">Units left free for what is put before an SMS later.</param>
internal readonly record struct TextBudget(TextMedium Medium, int Segments, int ReservedUnits)
{
    public const int Unlimited = int.MaxValue;

    public static TextBudget WhatsApp => new(TextMedium.WhatsApp, Unlimited, 0);

    public static TextBudget Speech => new(TextMedium.Speech, Unlimited, 0);

    public bool IsSms => Medium == TextMedium.Sms;

    /// <summary>No text with more characters than this is admitted.</summary>
    public int MostCharacters =>
        (int)Math.Min(SmsText.MaxLength, Segments == 1 ? SmsText.Gsm7UnitsInOne : (long)Segments * SmsText.Gsm7UnitsPerPart) - ReservedUnits;

    public static TextBudget Sms(int segments, int reservedUnits) => new(TextMedium.Sms, segments, reservedUnits);

    public bool Admits(ReadOnlySpan<char> text) => Admits(text, out _);

    public bool Admits(ReadOnlySpan<char> text, out SmsMeasure measure)
    {
        measure = IsSms ? SmsMeter.Measure(text, ReservedUnits) : default;
        return measure.Segments <= Segments
            && text.Length <= SmsText.MaxLength - ReservedUnits
            && (Medium != TextMedium.Speech || SpeechLimits.Admits(text));
    }
}

using System.Text;

namespace PitWall.Alerts.Twilio;

/// <summary>What a text costs as an SMS. Made by <see cref="SmsText.Measure"/>; the <see langword="default"/> value has no segments and measures nothing.</summary>
public readonly record struct SmsMeasure
{
    private readonly int _ucs2IndexPlusOne;

    /// <summary>The alphabet the whole text is sent in.</summary>
    public SmsEncoding Encoding { get; internal init; }

    /// <summary>Segments that Twilio bills for; at least 1, even for an empty text.</summary>
    public int Segments { get; internal init; }

    /// <summary>
    /// Units of the text: septets in GSM-7, where a character of the extension table takes two, and UTF-16 code units in UCS-2,
    /// where an emoji takes two or more.
    /// </summary>
    public int Units { get; internal init; }

    /// <summary>Units used in the last segment.</summary>
    public int UnitsInLastSegment { get; internal init; }

    /// <summary>
    /// Units that still fit into the last segment before another one is billed. A pair needs two of them.
    /// </summary>
    public int UnitsLeft => SegmentSize - UnitsInLastSegment;

    /// <summary>Units that fit into each segment of this text: 160 or 153 in GSM-7, 70 or 67 in UCS-2.</summary>
    public int SegmentSize => Encoding == SmsEncoding.Gsm7
        ? Segments > 1 ? SmsText.Gsm7UnitsPerPart : SmsText.Gsm7UnitsInOne
        : Segments > 1 ? SmsText.Ucs2UnitsPerPart : SmsText.Ucs2UnitsInOne;

    /// <summary>The index of the first character in the text that forces UCS-2; -1 in GSM-7.</summary>
    public int Ucs2Index
    {
        get => _ucs2IndexPlusOne - 1;
        internal init => _ucs2IndexPlusOne = value + 1;
    }

    /// <summary>
    /// The first character that forces UCS-2; <see langword="null"/> in GSM-7. Half of a broken surrogate pair reads U+FFFD.
    /// </summary>
    public Rune? Ucs2Character { get; internal init; }
}

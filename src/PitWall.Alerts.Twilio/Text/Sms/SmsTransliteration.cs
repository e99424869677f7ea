namespace PitWall.Alerts.Twilio;

/// <summary>A text rewritten in GSM-7, and the characters that could not be. Made by <see cref="SmsText.ToGsm7"/>.</summary>
public readonly record struct SmsTransliteration
{
    /// <summary>The text with every character replaced that has a counterpart; the others are unchanged.</summary>
    public string Text { get => field ?? string.Empty; internal init; }

    /// <summary>Whether all of <see cref="Text"/> is GSM-7.</summary>
    public bool IsGsm7 => Unsupported.Count == 0;

    /// <summary>The characters without a counterpart, in the order of the text. Never <see langword="null"/>.</summary>
    public IReadOnlyList<SmsUnsupportedCharacter> Unsupported { get => field ?? []; internal init; }
}

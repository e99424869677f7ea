using System.Text;

namespace PitWall.Alerts.Twilio;

/// <summary>A character that cannot be written in GSM-7 without losing its meaning.</summary>
/// <param name="Character">The character; U+FFFD for half of a broken surrogate pair.</param>
/// <param name="Index">Its index in the original text.</param>
public readonly record struct SmsUnsupportedCharacter(Rune Character, int Index);

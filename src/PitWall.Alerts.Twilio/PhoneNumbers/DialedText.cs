namespace PitWall.Alerts.Twilio.PhoneNumbers;

/// <summary>The digits of a text and what else of it matters.</summary>
internal ref struct DialedText
{
    /// <summary>The digits, as bytes from 0 to 9.</summary>
    internal ReadOnlySpan<byte> Digits;

    /// <summary>Whether a plus leads.</summary>
    internal bool HasPlus;

    /// <summary>Whether letters were dropped or turned into digits.</summary>
    internal bool HasLetters;

    /// <summary>Where groups start: bit n is set when something stood in front of digit n. Past 63 nothing is noted.</summary>
    internal ulong Breaks;

    /// <summary>The <see cref="Breaks"/> that hold a slash.</summary>
    internal ulong Slashes;

    /// <summary>The extension's digits, as text; empty for none.</summary>
    internal ReadOnlySpan<char> Extension;
}

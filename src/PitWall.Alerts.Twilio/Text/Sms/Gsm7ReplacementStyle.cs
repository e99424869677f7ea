namespace PitWall.Alerts.Twilio.Text;

/// <summary>How a replacement meets its neighbours.</summary>
internal enum Gsm7ReplacementStyle
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>A space after a digit.</summary>
    Fraction,

    /// <summary>A caret after a digit.</summary>
    Power,

    /// <summary>A space after a letter or digit, and before one.</summary>
    Word,
}

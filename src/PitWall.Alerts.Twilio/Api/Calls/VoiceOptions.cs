namespace PitWall.Alerts.Twilio;

/// <summary>How spoken alerts sound and how calls are placed.</summary>
public sealed class VoiceOptions
{
    /// <summary>The voice, such as <c>Polly.Amy</c>. Default <see langword="null"/>: the account's.</summary>
    /// <remarks>Source: Twilio docs, TwiML Say, attribute <c>voice</c>.</remarks>
    public string? Voice { get; set; }

    /// <summary>The language, such as <c>en-GB</c>. Default <see langword="null"/>: Twilio's, <c>en-US</c>.</summary>
    public string? Language { get; set; }

    /// <summary>How often an alert is spoken. Default 2; 1 to 5.</summary>
    public int Repeat { get; set; } = 2;

    /// <summary>How long the phone rings. Default 30 s; 5 s to 600 s (Twilio docs, Call resource, <c>Timeout</c>).</summary>
    public TimeSpan RingTimeout { get; set; } = TimeSpan.FromSeconds(30);
}

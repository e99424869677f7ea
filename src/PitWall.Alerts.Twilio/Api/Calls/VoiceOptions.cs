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

    /// <summary>
    /// The public address of the voice webhook, such as <c>https://pit.example/twilio/voice</c>: alerts are then fetched there when
    /// somebody answers, each under a token of its own that is added to its path and holds nothing of it. An address without a path is
    /// refused, as the forgotten half of one. Default <see langword="null"/>: the words travel with
    /// the request to Twilio.
    /// </summary>
    public Uri? ScriptAddress { get; set; }

    /// <summary>How long after the call was placed its words can be fetched. Default 10 min; 1 min to 1 day.</summary>
    public TimeSpan ScriptLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether a spoken alert asks for the key 1, which the ledger notes as <see cref="AlertStep.Heard"/>: voicemail answers calls, but
    /// presses no key. Needs <see cref="ScriptAddress"/>. Default <see langword="false"/>.
    /// </summary>
    public bool AsksForKey { get; set; }

    /// <summary>How the key is asked for. Default <c>Press 1 to confirm.</c></summary>
    public string KeyPrompt { get; set; } = "Press 1 to confirm.";

    /// <summary>What is said once the key was pressed. Default <c>Confirmed.</c></summary>
    public string KeyThanks { get; set; } = "Confirmed.";
}

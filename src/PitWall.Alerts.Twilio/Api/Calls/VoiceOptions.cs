namespace PitWall.Alerts.Twilio;

/// <summary>How spoken alerts sound and how calls are placed.</summary>
public sealed class VoiceOptions
{
    /// <summary>The voice, such as <c>Polly.Amy</c>. Default <see langword="null"/>: the account's.</summary>
    /// <remarks>Source: Twilio docs, TwiML Say, attribute <c>voice</c>.</remarks>
    public string? Voice { get; set; }

    /// <summary>The language, such as <c>en-GB</c>. Default <see langword="null"/>: Twilio's, <c>en-US</c>.</summary>
    public string? Language { get; set; }

    /// <summary>How many times an alert is spoken. Default 2; 1 to 5.</summary>
    public int Repeat { get; set; } = 2;

    /// <summary>How long the phone rings. Default 30 s; 5 s to 600 s (Twilio docs, Call resource, <c>Timeout</c>).</summary>
    public TimeSpan RingTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The public address of the voice webhook, such as <c>https://pit.example/twilio/voice</c>. Twilio then fetches the words of an
    /// alert there when the call is answered, under a separate token for each, which is added to the path and reveals nothing of the
    /// alert. An address without a path is refused as incomplete. Default <see langword="null"/>: the words travel with the request
    /// to Twilio.
    /// </summary>
    public Uri? ScriptAddress { get; set; }

    /// <summary>How long after a call was placed its words can be fetched. Default 10 min; 1 min to 1 day.</summary>
    public TimeSpan ScriptLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether a spoken alert asks for the key 1, which the ledger records as <see cref="AlertStep.Heard"/>: voicemail answers calls but
    /// presses no key. Needs <see cref="ScriptAddress"/>. Default <see langword="false"/>.
    /// </summary>
    public bool AsksForKey { get; set; }

    /// <summary>The prompt for the key. Default <c>Press 1 to confirm.</c>; 1 to 200 characters.</summary>
    public string KeyPrompt { get; set; } = "Press 1 to confirm.";

    /// <summary>What is said after the key was pressed. Default <c>Confirmed.</c>; 1 to 200 characters.</summary>
    public string KeyThanks { get; set; } = "Confirmed.";
}

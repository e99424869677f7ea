using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio;

/// <summary>A call to place. Limits are Twilio's (docs, Call resource) and are checked before anything is sent.</summary>
/// <remarks>
/// Exactly one of <see cref="Message"/>, <see cref="Twiml"/> and <see cref="Url"/> determines what is heard. A message needs no
/// web address of your own: it travels with the request.
/// </remarks>
public sealed record VoiceCall
{
    /// <summary>The number to call, in E.164 or as written in the options' default region.</summary>
    public required string To { get; init; }

    /// <summary>
    /// The words to speak. They are spoken <see cref="VoiceOptions.Repeat"/> times, or as often as they fit in Twilio's 4,000
    /// characters of TwiML; then the call ends. Words that do not fit once are refused.
    /// </summary>
    public string? Message { get; init; }

    /// <summary>A TwiML document of your own, at most 4,000 characters.</summary>
    public string? Twiml { get; init; }

    /// <summary>The address from which Twilio fetches TwiML: absolute <c>http</c> or <c>https</c>.</summary>
    public Uri? Url { get; init; }

    /// <summary>The HTTP method for <see cref="Url"/>. Default POST.</summary>
    public CallbackMethod UrlMethod { get; init; }

    /// <summary>
    /// The caller: a number of the account, in E.164. Default <see langword="null"/>: that of the options, if it is a number.
    /// </summary>
    public string? From { get; init; }

    /// <summary>The voice for <see cref="Message"/>. Default <see langword="null"/>: that of the options.</summary>
    public string? Voice { get; init; }

    /// <summary>The language for <see cref="Message"/>. Default <see langword="null"/>: that of the options.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the call is recorded. Default <see langword="false"/>.</summary>
    public bool Record { get; init; }

    /// <summary>How long the phone rings: 5 s to 600 s. Default <see langword="null"/>: that of the options.</summary>
    public TimeSpan? RingTimeout { get; init; }

    /// <summary>The maximum duration of the call: 1 s to 86,400 s. Default <see langword="null"/>: Twilio's, 4 hours.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Whether Twilio detects who answered. Default <see cref="MachineDetection.None"/>.</summary>
    public MachineDetection MachineDetection { get; init; }

    /// <summary>Keys to press once the call is answered: up to 32 of <c>0-9 * # w W</c>, where <c>w</c> waits half a second. Default none.</summary>
    public string? SendDigits { get; init; }

    /// <inheritdoc cref="SmsMessage.StatusCallback"/>
    public Uri? StatusCallback { get; init; }

    /// <summary>The HTTP method of the status callback. Default POST.</summary>
    public CallbackMethod StatusCallbackMethod { get; init; }

    /// <summary>
    /// The events reported to the status callback. Default <see cref="CallStatusEvents.None"/>: Twilio's default, only the end.
    /// </summary>
    public CallStatusEvents StatusCallbackEvents { get; init; }

    internal CreateContext Context { get; init; }

    /// <summary>Returns no number and no text; they do not belong in a log.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(VoiceCall);
}

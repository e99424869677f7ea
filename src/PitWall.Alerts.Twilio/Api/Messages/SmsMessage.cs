using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio;

/// <summary>A text message to send. Limits are Twilio's (docs, Message resource) and are checked before anything is sent.</summary>
public sealed record SmsMessage
{
    /// <summary>The recipient's number, in E.164 or as written in the options' default region.</summary>
    public required string To { get; init; }

    /// <summary>The text, at most 1,600 characters. May be omitted if there is media or a <see cref="ContentSid"/>.</summary>
    public string? Body { get; init; }

    /// <summary>
    /// The sender: a number of the account, a short code or an alphanumeric sender. Default <see langword="null"/>: the messaging
    /// service of the options, else their phone number.
    /// </summary>
    public string? From { get; init; }

    /// <summary>
    /// The messaging service that chooses the sender: <c>MG</c> and 32 hexadecimal digits. Default <see langword="null"/>: that of
    /// the options, unless <see cref="From"/> is set.
    /// </summary>
    public string? MessagingServiceSid { get; init; }

    /// <summary>Up to 10 absolute <c>http</c> or <c>https</c> addresses of media such as pictures. Default none.</summary>
    public IReadOnlyList<Uri> MediaUrls { get; init => field = value ?? []; } = [];

    /// <summary>An approved content template: <c>HX</c> and 32 hexadecimal digits. Default <see langword="null"/>.</summary>
    public string? ContentSid { get; init; }

    /// <summary>The template's variables, such as <c>1</c> = <c>Lap 23</c>. Needs <see cref="ContentSid"/>. Default <see langword="null"/>.</summary>
    public IReadOnlyDictionary<string, string>? ContentVariables { get; init; }

    /// <summary>
    /// Where Twilio reports the message's status: absolute <c>http</c> or <c>https</c>, at most 4,000 characters, no underscore
    /// in the host name. Default <see langword="null"/>: that of the options.
    /// </summary>
    public Uri? StatusCallback { get; init; }

    /// <summary>The HTTP method of the status callback. Default <see langword="null"/>: Twilio's default, POST.</summary>
    /// <remarks>Missing from Twilio's published description of messages; Twilio ignores parameters it does not know.</remarks>
    public CallbackMethod? StatusCallbackMethod { get; init; }

    /// <summary>How long Twilio may keep trying: 1 s to 36,000 s. Default <see langword="null"/>: 36,000 s.</summary>
    public TimeSpan? ValidityPeriod { get; init; }

    /// <summary>
    /// Whether Twilio replaces look-alike characters to save segments. Default <see langword="null"/>: the account's or service's
    /// setting.
    /// </summary>
    public bool? SmartEncoded { get; init; }

    /// <summary>
    /// When to send the message: 15 minutes to 35 days ahead; needs a messaging service. Default <see langword="null"/>: now.
    /// </summary>
    /// <remarks>Twilio's pages disagree on the lower bound (5 or 15 minutes); this is the one that all of them accept.</remarks>
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>
    /// Whether Twilio's SMS pumping protection checks the message. Default <see langword="null"/>: the account's setting.
    /// </summary>
    public bool? RiskCheck { get; init; }

    /// <summary>Whether Twilio keeps the text after sending. Default <see langword="null"/>: it does.</summary>
    public bool? RetainContent { get; init; }

    /// <summary>Whether Twilio keeps the recipient's number in the clear. Default <see langword="null"/>: it does.</summary>
    public bool? RetainAddress { get; init; }

    /// <summary>Whether links are shortened; needs a messaging service with a link domain. Default <see langword="null"/>: they are not.</summary>
    public bool? ShortenUrls { get; init; }

    internal CreateContext Context { get; init; }

    /// <summary>Returns no number and no text; they do not belong in a log.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(SmsMessage);
}

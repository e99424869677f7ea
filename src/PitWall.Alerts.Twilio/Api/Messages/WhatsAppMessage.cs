using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio;

/// <summary>A WhatsApp message to send. Limits are Twilio's (docs, Message resource) and are checked before anything is sent.</summary>
/// <remarks>
/// Free text only reaches people who wrote to the sender within the last 24 hours; others need a template. Twilio reports this
/// later, as error 63016 in the status callback.
/// </remarks>
public sealed record WhatsAppMessage
{
    /// <summary>The recipient's number, with or without <c>whatsapp:</c>.</summary>
    public required string To { get; init; }

    /// <summary>Free text, at most 1,600 characters. May be omitted if there is media or a <see cref="ContentSid"/>.</summary>
    public string? Body { get; init; }

    /// <summary>
    /// The sender, with or without <c>whatsapp:</c>. Default <see langword="null"/>: that of the options, unless
    /// <see cref="MessagingServiceSid"/> is set.
    /// </summary>
    public string? From { get; init; }

    /// <summary>The messaging service that chooses the sender: <c>MG</c> and 32 hexadecimal digits. Default <see langword="null"/>: none.</summary>
    public string? MessagingServiceSid { get; init; }

    /// <inheritdoc cref="SmsMessage.MediaUrls"/>
    public IReadOnlyList<Uri> MediaUrls { get; init => field = value ?? []; } = [];

    /// <inheritdoc cref="SmsMessage.ContentSid"/>
    public string? ContentSid { get; init; }

    /// <inheritdoc cref="SmsMessage.ContentVariables"/>
    public IReadOnlyDictionary<string, string>? ContentVariables { get; init; }

    /// <inheritdoc cref="SmsMessage.StatusCallback"/>
    public Uri? StatusCallback { get; init; }

    /// <inheritdoc cref="SmsMessage.StatusCallbackMethod"/>
    public CallbackMethod? StatusCallbackMethod { get; init; }

    /// <inheritdoc cref="SmsMessage.ValidityPeriod"/>
    public TimeSpan? ValidityPeriod { get; init; }

    /// <inheritdoc cref="SmsMessage.SendAt"/>
    public DateTimeOffset? SendAt { get; init; }

    internal CreateContext Context { get; init; }

    /// <summary>Returns no number and no text; they do not belong in a log.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(WhatsAppMessage);
}

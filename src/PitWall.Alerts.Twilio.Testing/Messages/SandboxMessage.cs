using System.Collections.Immutable;
using System.Globalization;
using PitWall.Alerts.Twilio.Testing.Messages;
using PitWall.Alerts.Twilio.Testing.Phones;

namespace PitWall.Alerts.Twilio.Testing;

/// <summary>A message in the sandbox, as it was when it was requested. Request it again to see its later state.</summary>
public sealed record SandboxMessage
{
    internal SandboxMessage()
    {
    }

    /// <summary>The message SID: <c>SM</c>, or <c>MM</c> with media.</summary>
    public required string Sid { get; init; }

    /// <summary>The account it belongs to.</summary>
    public required string AccountSid { get; init; }

    /// <summary>The messaging service it was sent with; null without one.</summary>
    public string? MessagingServiceSid { get; init; }

    /// <summary>The sender's address, with its channel prefix; null until a messaging service has chosen one.</summary>
    public string? From { get; init; }

    /// <summary>The recipient's address, with its channel prefix.</summary>
    public required string To { get; init; }

    /// <summary>
    /// The text, as the phone shows it: with a trial account's prefix, and with a template's variables filled in. Redaction does not
    /// affect the phone.
    /// </summary>
    public required string Body { get; init; }

    /// <summary>SMS or WhatsApp.</summary>
    public SandboxChannel Channel { get; init; }

    /// <summary>Whether the API, the answer to an inbound message or a phone created it.</summary>
    public SandboxDirection Direction { get; init; }

    /// <summary>The status of the message.</summary>
    public SandboxMessageStatus Status { get; init; }

    /// <summary>Every status the message has had, in order, including the first.</summary>
    public ImmutableArray<SandboxStatusChange> History { get; init; } = [];

    /// <summary>The SMS segments it takes; 1 on WhatsApp, and 0 with a messaging service until the sender is chosen.</summary>
    public int SegmentCount { get; init; }

    /// <summary>Whether the text fits the GSM 7-bit alphabet; otherwise it is sent as UCS-2, with fewer characters a segment.</summary>
    public bool IsGsm7 { get; init; }

    /// <summary>The addresses of its media.</summary>
    public ImmutableArray<string> MediaUrls { get; init; } = [];

    /// <summary>The SID of the template it was made from; null for free text.</summary>
    public string? ContentSid { get; init; }

    /// <summary>What it cost, as a positive amount in USD; null until it is sent.</summary>
    public decimal? Price { get; init; }

    /// <summary>Why it did not arrive; null if there is no error.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>The error in words; null if there is none.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Where changes of its status are reported; null if they are not.</summary>
    public string? StatusCallback { get; init; }

    /// <summary>How long it may wait in Twilio's queue.</summary>
    public TimeSpan ValidityPeriod { get; init; }

    /// <summary>When it is due to be sent; null for at once.</summary>
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>When it was created, on the sandbox's clock.</summary>
    public DateTimeOffset DateCreated { get; init; }

    /// <summary>When it last changed, on the sandbox's clock.</summary>
    public DateTimeOffset DateUpdated { get; init; }

    /// <summary>When it was sent, on the sandbox's clock; null before.</summary>
    public DateTimeOffset? DateSent { get; init; }

    /// <summary>When the phone received it, whether that was reported or not; null if it has not.</summary>
    public DateTimeOffset? ReachedPhoneAt { get; init; }

    /// <summary>Whether Twilio itself wrote it, as the reply to STOP, START or HELP.</summary>
    public bool IsAutomaticReply { get; init; }

    /// <summary>Whether the API shows an empty body, because it was redacted or created to be discarded.</summary>
    public bool IsRedacted { get; init; }

    /// <summary>Whether the phone has received it, whether that was reported or not.</summary>
    public bool HasReachedPhone => ReachedPhoneAt is not null;

    /// <summary>Counts the messages of a sandbox from 1, in the order of their creation.</summary>
    internal long Number { get; init; }

    internal bool HasTemplateMismatch { get; init; }

    internal bool DiscardsContent { get; init; }

    internal bool ObfuscatesAddress { get; init; }

    /// <summary>The phone at the other end, in E.164.</summary>
    public string PhoneNumber => PhoneAddress.Number(Direction == SandboxDirection.Inbound ? From! : To);

    /// <summary>Returns who wrote to whom, the status, and the text, for a debugger or a failing test.</summary>
    /// <returns>A short text, such as <c>SM... from +15125550100 to +34600111222, undelivered (30006): "Box this lap"</c>.</returns>
    public override string ToString()
    {
        var error = ErrorCode is { } code ? string.Create(CultureInfo.InvariantCulture, $" ({code})") : "";
        return $"{Sid} from {From ?? MessagingServiceSid} to {To}, {Status.Wire()}{error}: \"{Body}\"";
    }
}

namespace PitWall.Alerts.Twilio.Testing;

/// <summary>
/// What happens to the texts to a phone, and how it is reported. The default delivers them and reports each step once, in order.
/// </summary>
public sealed record PhoneDelivery
{
    /// <summary>The texts arrive, and delivery is reported.</summary>
    public static PhoneDelivery Delivered { get; } = new();

    /// <summary>
    /// The texts arrive, but the carrier never reports delivery: <c>sent</c> is the last status, as on many real routes.
    /// </summary>
    public static PhoneDelivery Silent { get; } = new() { Outcome = PhoneOutcome.Silent };

    /// <summary>What happens to a text. Default <see cref="PhoneOutcome.Delivered"/>.</summary>
    public PhoneOutcome Outcome { get; init; }

    /// <summary>The error code of a text that is undelivered, failed or refused.</summary>
    public int ErrorCode { get; init; }

    /// <summary>Whether all reports of a text come at its end, in reverse order.</summary>
    public bool ReportsInReverse { get; init; }

    /// <summary>Whether each report is sent twice, with the same idempotency token.</summary>
    public bool ReportsTwice { get; init; }

    /// <summary>Whether the reports arrive before the create request is answered, when the host does not yet know the SID.</summary>
    public bool ReportsEarly { get; init; }

    /// <summary>Whether the phone's owner reads WhatsApp messages with read receipts on.</summary>
    public bool Reads { get; init; }

    /// <summary>Whether the read report comes without a delivery report before it, as WhatsApp may do.</summary>
    public bool SkipsDelivered { get; init; }

    /// <summary>The carrier reports that it could not deliver the texts.</summary>
    /// <param name="errorCode">The reason; 30003, the handset cannot be reached, by default.</param>
    public static PhoneDelivery Undelivered(int errorCode = 30003) => new() { Outcome = PhoneOutcome.Undelivered, ErrorCode = errorCode };

    /// <summary>The texts never leave Twilio.</summary>
    /// <param name="errorCode">The reason; 30008, unknown, by default.</param>
    public static PhoneDelivery Failed(int errorCode = 30008) => new() { Outcome = PhoneOutcome.Failed, ErrorCode = errorCode };

    /// <summary>The create request is refused.</summary>
    /// <param name="errorCode">The reason, such as 21614 for a landline or 21408 for a country that is not enabled.</param>
    public static PhoneDelivery Refused(int errorCode) => new() { Outcome = PhoneOutcome.Refused, ErrorCode = errorCode };
}

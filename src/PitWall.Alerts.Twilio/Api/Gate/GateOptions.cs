namespace PitWall.Alerts.Twilio;

/// <summary>What may be sent at all, whether alerts, the thin client or the endpoints send it.</summary>
public sealed class GateOptions
{
    /// <summary>
    /// Whether this is a rehearsal, in which nothing reaches a phone that is not in <see cref="RehearsalRecipients"/>. For replays,
    /// simulations and staging. Default <see langword="false"/>.
    /// </summary>
    public bool Rehearsal { get; set; }

    /// <summary>The numbers, in E.164, that are reached during a rehearsal. Default empty.</summary>
    public IList<string> RehearsalRecipients { get; set; } = [];

    /// <summary>The only numbers, in E.164, that may be reached. Default empty: every number.</summary>
    public IList<string> AllowedRecipients { get; set; } = [];

    /// <summary>
    /// The maximum number of segments sent since the service started; a call and a WhatsApp message count as one each. Default
    /// <see langword="null"/>: no limit. 0 and up.
    /// </summary>
    public long? SegmentBudget { get; set; }

    /// <summary>The part of <see cref="SegmentBudget"/> that only critical alerts may use. Default 0; 0 to the budget.</summary>
    public long CriticalReserve { get; set; }
}

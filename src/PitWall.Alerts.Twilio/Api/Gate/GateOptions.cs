namespace PitWall.Alerts.Twilio;

/// <summary>What may leave at all, whoever asks: alerts, the thin client, the endpoints.</summary>
public sealed class GateOptions
{
    /// <summary>
    /// Whether this is a rehearsal: nothing reaches a phone that is not in <see cref="RehearsalRecipients"/>. For replays,
    /// simulations and staging. Default <see langword="false"/>.
    /// </summary>
    public bool Rehearsal { get; set; }

    /// <summary>The numbers, in E.164, that a rehearsal does reach. Default empty.</summary>
    public IList<string> RehearsalRecipients { get; set; } = [];

    /// <summary>The only numbers, in E.164, that are ever reached. Default empty: every number.</summary>
    public IList<string> AllowedRecipients { get; set; } = [];

    /// <summary>
    /// The segments that may be sent in all since the service started; a call counts as one. Default <see langword="null"/>:
    /// as many as are asked for. 0 and up.
    /// </summary>
    public long? SegmentBudget { get; set; }

    /// <summary>The part of <see cref="SegmentBudget"/> that only critical alerts may use. Default 0; 0 to the budget.</summary>
    public long CriticalReserve { get; set; }
}

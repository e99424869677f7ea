using System.Text;

namespace PitWall.Alerts.Twilio;

/// <summary>Advice to the driver: brake later, settle, look after the rears.</summary>
public sealed record CoachingAlert : Alert
{
    /// <summary>Creates a coaching alert.</summary>
    /// <param name="type">What the advice is about; the text is labelled with it.</param>
    /// <param name="message">The advice.</param>
    /// <param name="priority">How urgent it is. Default <see cref="AlertSeverity.Medium"/>.</param>
    public CoachingAlert(CoachingAlertType type, string message, AlertSeverity priority = AlertSeverity.Medium)
        : base(message, priority) => Type = type;

    /// <inheritdoc/>
    public override AlertKind Kind => AlertKind.Coaching;

    /// <summary>What the advice is about.</summary>
    public CoachingAlertType Type { get; init; }

    /// <summary>The driving skill, for instance <c>"braking"</c>. Default <see langword="null"/>: the text shows none.</summary>
    public string? Category { get; init; }

    /// <summary>Where to improve, for example <c>"corner_exit"</c>. Default <see langword="null"/>: the text shows none.</summary>
    public string? ImprovementArea { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(", Type = ").Append(Type.ToString());
        return true;
    }
}

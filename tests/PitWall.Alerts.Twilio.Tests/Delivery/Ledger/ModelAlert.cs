using PitWall.Alerts.Twilio.Delivery;

namespace PitWall.Alerts.Twilio.Tests.Delivery.Ledger;

/// <summary>An alert of <see cref="LedgerModel"/>, and the record the real ledger has of it.</summary>
internal sealed class ModelAlert(AlertRecord record)
{
    public AlertRecord Record => record;

    public string Id => record.Id;

    public bool IsOpen { get; set; }

    public bool HasEnded { get; set; }

    public TimeSpan EnteredAt { get; set; }

    public string? Sid { get; set; }

    public AlertOutcome Outcome { get; set; } = AlertOutcome.Pending;

    public int Segments { get; set; }

    public int Attempts { get; set; }

    public MessageStatus MessageStatus { get; set; }
}

namespace PitWall.Alerts.Twilio.Api;

/// <summary>What the policy of sending knows about a create that the wire does not. The thin client's is the default.</summary>
internal readonly record struct CreateContext
{
    /// <summary>Our id of the alert; travels in the status callback's query.</summary>
    public string? AlertId { get; init; }

    /// <summary>Whether it may use the budget's reserve, probe an open circuit and be sent again when not seen.</summary>
    public bool IsCritical { get; init; }

    /// <summary>Knows how long the create is worth sending and is notified of its attempts; <see langword="null"/> for none.</summary>
    public ICreateWatch? Watch { get; init; }

    /// <summary>The recipient, where it was read already.</summary>
    public E164PhoneNumber Recipient { get; init; }

    /// <summary>The segments, where they were measured already; else 0.</summary>
    public int Segments { get; init; }

    /// <summary>Whether the words of a call, which wait under an address, were cut.</summary>
    public bool IsCut { get; init; }
}

namespace FaultMatrix.Wire;

/// <summary>A message or a call that took effect: the phone has it.</summary>
internal sealed class WireMessage
{
    public required string Sid { get; init; }

    public required bool IsCall { get; init; }

    public required string To { get; init; }

    /// <summary>The text as it was sent.</summary>
    public required string Body { get; init; }

    /// <summary>The form it was created with.</summary>
    public required WireRequest Request { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on the list shows it.</summary>
    public DateTimeOffset ListedFrom { get; set; }

    /// <summary>Whether an answer that was sent whole has shown it.</summary>
    public bool WasListed { get; set; }

    /// <summary>Whether an earlier message with its text had been shown when this one was created: a duplicate without excuse.</summary>
    public bool IsInexcusable { get; set; }

    /// <summary>What the list shows of it, by name; a test may change it.</summary>
    public required Dictionary<string, object?> Listed { get; init; }
}

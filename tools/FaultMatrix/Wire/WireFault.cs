namespace FaultMatrix.Wire;

/// <summary>What goes wrong with one request, once it has reached the server.</summary>
internal sealed record WireFault
{
    /// <summary>Whether the request takes effect before things go wrong.</summary>
    public bool TakesEffect { get; init; }

    /// <summary>The connection is reset: no answer at all.</summary>
    public bool Resets { get; init; }

    /// <summary>The connection is closed in good order: no answer at all.</summary>
    public bool Closes { get; init; }

    /// <summary>Nothing comes for so long.</summary>
    public TimeSpan HeaderDelay { get; init; }

    /// <summary>Half of the body comes, and the rest so much later.</summary>
    public TimeSpan BodyDelay { get; init; }

    /// <summary>The connection ends in the middle of the body.</summary>
    public bool CutsBody { get; init; }

    /// <summary>Another answer than the honest one.</summary>
    public WireAnswer? Answer { get; init; }

    /// <summary>How much later than it took effect the list shows it.</summary>
    public TimeSpan ListLag { get; init; }

    public static WireFault Error(int status, int code, bool takesEffect = false, string? retryAfter = null) =>
        new() { TakesEffect = takesEffect, Answer = WireAnswer.Error(status, code, retryAfter) };
}

using FaultMatrix.Wire;

namespace FaultMatrix.Matrix;

/// <summary>What goes wrong with each connection and each request of a run. Asked from several threads at once.</summary>
internal sealed class FaultScript
{
    public required string Name { get; init; }

    /// <summary>Whether the server speaks TLS.</summary>
    public bool IsTls { get; private init; }

    /// <summary>What keeps the next connection from being made.</summary>
    public required Func<ConnectFault> OnConnect { get; init; }

    /// <summary>What breaks the next connection before anything is read.</summary>
    public required Func<ConnectionBreak> OnAccept { get; init; }

    /// <summary>What goes wrong with a request.</summary>
    public required Func<WireRequest, TimeProvider, WireFault?> OnRequest { get; init; }

    /// <summary>One fault.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="hits">Whether it does this time. Its look at the list, if any, always fails.</param>
    /// <param name="name">What to call it, unless as the fault.</param>
    public static FaultScript Of(FaultKind fault, Func<bool> hits, string? name = null) => new()
    {
        Name = name ?? fault.Name,
        IsTls = fault.IsTls,
        OnConnect = () => fault.Connect != ConnectFault.None && hits() ? fault.Connect : ConnectFault.None,
        OnAccept = () => fault.Break != ConnectionBreak.None && hits() ? fault.Break : ConnectionBreak.None,
        OnRequest = (request, clock) => !request.IsCreate
            ? fault.OnList
            : fault.OnCreate is { } onCreate && hits() ? onCreate(clock) : null,
    };

    /// <summary>Every fault at once: each connection, create and look at the list may meet any of those that can meet it.</summary>
    /// <param name="faults">What goes wrong.</param>
    /// <param name="random">Draws.</param>
    /// <param name="rate">How many of all draws are a fault, from 0 to 1.</param>
    public static FaultScript OfAll(IReadOnlyList<FaultKind> faults, Random random, double rate)
    {
        return new FaultScript
        {
            Name = "all of these at once, 401 apart",
            IsTls = true,
            OnConnect = () => Draw()?.Connect ?? ConnectFault.None,
            OnAccept = () => Draw()?.Break ?? ConnectionBreak.None,
            OnRequest = (request, clock) => request.IsCreate ? Draw()?.OnCreate?.Invoke(clock) : Draw()?.OnList,
        };

        FaultKind? Draw()
        {
            lock (random)
                return random.NextDouble() < rate ? faults[random.Next(faults.Count)] : null;
        }
    }
}

using System.Globalization;
using FaultMatrix.Wire;

namespace FaultMatrix.Matrix;

/// <summary>One row of the matrix: something that goes wrong.</summary>
/// <param name="Name">What, in words.</param>
internal sealed record FaultKind(string Name)
{
    /// <summary>Longer than an attempt may take.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(15);

    /// <summary>Longer than anybody looks for a message.</summary>
    private static readonly TimeSpan TooLate = TimeSpan.FromHours(1);

    /// <summary>What keeps the connection from being made.</summary>
    public ConnectFault Connect { get; private init; }

    /// <summary>What breaks the connection before anything is read.</summary>
    public ConnectionBreak Break { get; private init; }

    /// <summary>Whether the server speaks TLS.</summary>
    public bool IsTls { get; private init; }

    /// <summary>What goes wrong with a create.</summary>
    public Func<TimeProvider, WireFault>? OnCreate { get; private init; }

    /// <summary>What goes wrong with every look at the list.</summary>
    public WireFault? OnList { get; private init; }

    /// <summary>Whether a message that took effect unseen is shown by the list in time.</summary>
    public bool IsListedInTime { get; private init; } = true;

    /// <summary>Whether it stops every later alert as well, whatever else goes wrong.</summary>
    public bool StopsTheAccount { get; private init; }

    public static FaultKind Busy { get; } = Create("429", WireFault.Error(429, 20429));

    public static IReadOnlyList<FaultKind> All { get; } =
    [
        new("connection refused") { Connect = ConnectFault.Refused },
        new("DNS failure") { Connect = ConnectFault.UnknownHost },
        new("TLS failure") { IsTls = true, Break = ConnectionBreak.NoTls },
        new("reset before the request is read") { Break = ConnectionBreak.Reset },
        Create("reset after the body, not processed", new WireFault { Resets = true }),
        Create("reset after the body, processed", new WireFault { Resets = true, TakesEffect = true }),
        Create("closed after the body, not processed", new WireFault { Closes = true }),
        Create("closed after the body, processed", new WireFault { Closes = true, TakesEffect = true }),
        Create("slow headers", new WireFault { HeaderDelay = TooLong, TakesEffect = true }),
        Create("slow body of a 201", new WireFault { BodyDelay = TooLong, TakesEffect = true }),
        Create("cut body of a 201", new WireFault { CutsBody = true, TakesEffect = true }),
        Create("200 with HTML, not processed", new WireFault { Answer = WireAnswer.Html() }),
        Create("200 with HTML, processed", new WireFault { Answer = WireAnswer.Html(), TakesEffect = true }),
        Create("502 with HTML, not processed", new WireFault { Answer = WireAnswer.Html(502) }),
        Create("502 with HTML, processed", new WireFault { Answer = WireAnswer.Html(502), TakesEffect = true }),
        Busy,
        Create("429, Retry-After in seconds", WireFault.Error(429, 20429, retryAfter: "1")),
        new("429, Retry-After as a date")
        {
            OnCreate = static clock => WireFault.Error(
                429, 20429, retryAfter: clock.GetUtcNow().AddSeconds(1).UtcDateTime.ToString("r", CultureInfo.InvariantCulture)),
        },
        Create("429 with a cut body", WireFault.Error(429, 20429) with { CutsBody = true }),
        Create("500, not processed", WireFault.Error(500, 20500)),
        Create("500, processed", WireFault.Error(500, 20500, takesEffect: true)),
        Create("503, not processed", WireFault.Error(503, 20503)),
        Create("503, processed", WireFault.Error(503, 20503, takesEffect: true)),
        Create("401 (20003)", WireFault.Error(401, 20003)) with { StopsTheAccount = true },
        Create("400 (21211, no such number)", WireFault.Error(400, 21211)),
        Create("400 (21610, opted out)", WireFault.Error(400, 21610)),
        Create("500, processed, listed too late", WireFault.Error(500, 20500, takesEffect: true) with { ListLag = TooLate }) with { IsListedInTime = false },
        Create("500, processed, the list refuses", WireFault.Error(500, 20500, takesEffect: true)) with { OnList = WireFault.Error(403, 20403), IsListedInTime = false },
        Create("500, processed, the list fails", WireFault.Error(500, 20500, takesEffect: true)) with { OnList = WireFault.Error(500, 20500), IsListedInTime = false },
        Create("500, not processed, the list refuses", WireFault.Error(500, 20500)) with { OnList = WireFault.Error(403, 20403) },
    ];

    public override string ToString() => Name;

    private static FaultKind Create(string name, WireFault fault) => new(name) { OnCreate = _ => fault };
}

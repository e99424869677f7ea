using System.Globalization;
using FaultMatrix.Matrix;
using FaultMatrix.Soak;

// FaultMatrix [--soak [alerts]] [--seed number]: prints the matrix of docs/delivery.md, and with --soak the soak after it.
var seed = Value("--seed") ?? 20260301;
Console.WriteLine("| Fault | Strategy alert, first attempt hit | every attempt hit | Critical alert, first attempt hit | every attempt hit |");
Console.WriteLine("|---|---|---|---|---|");
foreach (var fault in FaultKind.All)
{
    var row = await MatrixRun.OfAsync(fault);
    Console.WriteLine($"| {fault.Name} | {row.StrategyOnce} | {row.StrategyAlways} | {row.CriticalOnce} | {row.CriticalAlways} |");
}

if (!args.Contains("--soak"))
    return 0;

var alerts = Value("--soak") ?? 1000;
var isTruthful = true;
Console.WriteLine();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{alerts} alerts a fault, one in five critical, three in ten requests hit, seed {seed}:"));
Console.WriteLine();
Console.WriteLine("| Fault | Accepted | Failed | Unknown, on the phone | Unknown, not on the phone | Lost unreported | Denied but sent | Duplicates after the list showed the first | Duplicates the list had not shown |");
Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
foreach (var fault in FaultKind.All)
{
    var r = await SoakRun.OfAsync(fault, alerts, seed);
    isTruthful &= r.IsTruthful;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {r.Fault} | {r.Accepted} | {r.Failed} | {r.UnknownAndSent} | {r.UnknownAndNotSent} | {r.Lost} | {r.Denied} | {r.InexcusableDuplicates} | {r.UnseenDuplicates} |"));
}

return isTruthful ? 0 : 1;

int? Value(string name) =>
    Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length
    && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        ? value
        : null;

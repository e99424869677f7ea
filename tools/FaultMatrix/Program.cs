using System.Globalization;
using System.Text;
using FaultMatrix;
using FaultMatrix.Matrix;
using FaultMatrix.Soak;

// FaultMatrix [--soak [alerts]] [--seed number] [--page file]: prints the matrix, with --soak the soak after it, and with --page
// writes both into docs/delivery.md.
const int defaultAlerts = 1000;
const int defaultSeed = 20260301;
var tables = new StringBuilder();
var isTruthful = true;
Print(Report.MatrixHead);
foreach (var fault in FaultKind.All)
    Print(Report.RowOf(fault, await MatrixRun.OfAsync(fault)));

if (args.Contains("--soak"))
{
    var (alerts, seed) = (Number("--soak") ?? defaultAlerts, Number("--seed") ?? defaultSeed);
    var sum = new SoakReport { Fault = "**in all**" };
    Print(Report.SoakIntroduction(alerts, seed));
    foreach (var fault in FaultKind.All)
        PrintSoak(await SoakRun.OfAsync(fault, alerts, seed));

    PrintSoak(await SoakRun.OfStormAsync(alerts));
    PrintSoak(await SoakRun.OfAllAsync(alerts, seed));
    Print(Report.RowOf(sum));

    void PrintSoak(SoakReport report)
    {
        isTruthful &= report.IsTruthful;
        sum += report;
        Print(Report.RowOf(report));
    }
}

if (Value("--page") is { } page)
    Report.Keep(page, tables);

return isTruthful ? 0 : 1;

void Print(string text)
{
    tables.Append(text);
    Console.Write(text);
}

string? Value(string name) =>
    Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;

int? Number(string name) =>
    int.TryParse(Value(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

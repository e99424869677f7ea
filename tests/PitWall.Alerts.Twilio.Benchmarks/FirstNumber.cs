using System.Diagnostics;
using System.Globalization;

namespace PitWall.Alerts.Twilio.Benchmarks;

/// <summary>What the first number of a process costs, compiling included: that no benchmark that repeats itself can tell.</summary>
internal static class FirstNumber
{
    /// <summary>The argument that measures, in processes of their own.</summary>
    public const string Argument = "first-number";

    /// <summary>The argument of such a process.</summary>
    public const string ChildArgument = "first-number-child";

    private const int Processes = 21;

    /// <summary>Prints the median over fresh processes.</summary>
    public static async Task MeasureAsync()
    {
        var milliseconds = new double[Processes];
        for (var i = 0; i < Processes; i++)
            milliseconds[i] = await MeasureOnceAsync();

        Array.Sort(milliseconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"First number of a process: {milliseconds[Processes / 2]:F2} ms (median of {Processes} processes, {milliseconds[0]:F2} to {milliseconds[^1]:F2})"));
    }

    /// <summary>Reads one number, and says how long that took.</summary>
    public static void ReadOne()
    {
        var began = Stopwatch.GetTimestamp();
        var isRead = E164PhoneNumber.TryParse("+34600111222", null, out var number);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        Console.WriteLine(isRead && number.Region == "ES" ? took.ToString("R", CultureInfo.InvariantCulture) : "unreadable");
    }

    private static async Task<double> MeasureOnceAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
            start.ArgumentList.Add(typeof(FirstNumber).Assembly.Location);

        start.ArgumentList.Add(ChildArgument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The process said nothing.");
        await process.WaitForExitAsync();
        return double.Parse(line, CultureInfo.InvariantCulture);
    }
}

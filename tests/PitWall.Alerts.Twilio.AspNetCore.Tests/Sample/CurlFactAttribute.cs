using System.Diagnostics;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>Needs bash and curl; skips and says so where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CurlFactAttribute : FactAttribute
{
    private static readonly string? WhyNot = CanRun("bash", "--version") && CanRun("curl", "--version") ? null : "bash and curl are not installed.";

    public CurlFactAttribute() => Skip = WhyNot;

    private static bool CanRun(string program, string argument)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, argument) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

using System.Diagnostics;

namespace PitWall.Alerts.Twilio.Testing.Tests.Sdk;

/// <summary>A test that needs Node and Twilio's SDK for it; without them it is skipped and says what to install.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeSdkFactAttribute : FactAttribute
{
    public NodeSdkFactAttribute()
    {
        if (Folder is null) Skip = "The repository's tools are not here.";
        else if (!Directory.Exists(Path.Combine(Folder, "node_modules", "twilio"))) Skip = "Twilio's SDK is missing: npm install --prefix tools/TwilioSdk";
        else if (!HasNode()) Skip = "Node is missing: apt-get install nodejs npm, then npm install --prefix tools/TwilioSdk";
    }

    /// <summary>The folder of the program that drives the SDK; null outside the repository.</summary>
    public static string? Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "PitWall.Alerts.Twilio.sln"))) return Path.Combine(folder.FullName, "tools", "TwilioSdk");
            }

            return null;
        }
    }

    private static bool HasNode()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true });
            node!.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

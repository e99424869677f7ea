namespace PitWall.Alerts.Twilio.Tests.Text;

/// <summary>The files beside the tests, in the source tree, so that they can be written again.</summary>
internal static class TestFiles
{
    private const string Project = "PitWall.Alerts.Twilio.Tests";

    private static readonly string Root = FindRoot();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (File.Exists(System.IO.Path.Combine(folder, Project + ".csproj")))
                return folder;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {Project}.csproj.");
    }
}

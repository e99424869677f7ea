namespace PitWall.Alerts.Twilio.Tests;

/// <summary>Files of the repository that tests read, or keep equal to what the code says.</summary>
internal static class RepositoryFile
{
    /// <summary>Set to 1, tests write the files they would otherwise compare.</summary>
    public const string UpdateVariable = "PITWALL_UPDATE_FILES";

    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    public static string Read(string relative) => File.ReadAllText(PathOf(relative)).ReplaceLineEndings("\n");

    /// <summary>Compares a file with what it should hold, or writes it where that was asked for.</summary>
    public static void ShouldHold(string relative, string expected)
    {
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(PathOf(relative), expected);
            return;
        }

        var actual = File.Exists(PathOf(relative)) ? Read(relative) : string.Empty;
        FirstDifference(actual, expected).Should().BeNull($"{relative} is kept by this test: look at the change, then run it with {UpdateVariable}=1");
    }

    private static string? FirstDifference(string actual, string expected)
    {
        var (was, now) = (actual.Split('\n'), expected.Split('\n'));
        for (var i = 0; i < Math.Max(was.Length, now.Length); i++)
        {
            var (a, b) = (i < was.Length ? was[i] : "(nothing)", i < now.Length ? now[i] : "(nothing)");
            if (a != b)
                return $"line {i + 1} is \"{a}\" and should be \"{b}\"";
        }

        return null;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PitWall.Alerts.Twilio.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}

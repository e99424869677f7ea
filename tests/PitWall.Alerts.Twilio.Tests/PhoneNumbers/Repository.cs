namespace PitWall.Alerts.Twilio.Tests.PhoneNumbers;

/// <summary>Finds files of the repository from where the tests run.</summary>
internal static class Repository
{
    internal static string PathOf(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PitWall.Alerts.Twilio.sln")))
            {
                return Path.Combine(folder.FullName, file);
            }
        }

        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}

namespace PitWall.Alerts.Twilio.Tests.Text;

/// <summary>
/// Compares texts with a file in Golden/ character by character. With the environment variable <c>PITWALL_GOLDEN=write</c> the
/// file is written instead, to be read and committed by a person.
/// </summary>
internal static class GoldenFile
{
    public static void ShouldMatch(string name, string actual)
    {
        var path = TestFiles.Path("Text", "Golden", name);
        if (Environment.GetEnvironmentVariable("PITWALL_GOLDEN") == "write")
            File.WriteAllText(path, actual);

        actual.Should().Be(File.ReadAllText(path), "that is what Golden/{0} holds; set PITWALL_GOLDEN=write to write it again", name);
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>docs/endpoints.md, by its sections.</summary>
internal static partial class EndpointsPage
{
    public const string Batch = "Items of a batch";

    public static string Text { get; } = File.ReadAllText(Path.Combine(SampleProcess.Folder, "../../docs/endpoints.md")).ReplaceLineEndings("\n");

    /// <summary>What stands under each heading of the third level, such as <c>POST /sms/send</c>.</summary>
    public static IReadOnlyDictionary<string, string> Sections { get; } =
        Section().Matches(Text).ToDictionary(static section => section.Groups[1].Value, static section => section.Groups[2].Value);

    /// <summary>The cells of the tables' rows, without the marks of code in the first.</summary>
    public static IEnumerable<string[]> Rows(string text) =>
        text.Split('\n').Where(static line => line.StartsWith("| `", StringComparison.Ordinal) || line.StartsWith("| [`", StringComparison.Ordinal))
            .Select(static line => line[2..^1].Split('|', StringSplitOptions.TrimEntries))
            .Select(static cells => cells.Select((cell, i) => i == 0 ? cell.Split('`')[1] : cell).ToArray());

    /// <summary>What stands under a heading of the second level.</summary>
    public static string Chapter(string heading) => Text.Split($"\n## {heading}\n")[1].Split("\n## ")[0];

    public static JsonElement[] Json(string text) =>
        [.. JsonBlock().Matches(text).Select(static block => JsonSerializer.Deserialize<JsonElement>(block.Groups[1].Value))];

    [GeneratedRegex(@"^### `?([^`\n]+)`?\n(.*?)(?=^##|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^```json\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}

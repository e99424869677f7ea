using System.Text.Json;

namespace RaceReplay.Tests.App;

/// <summary>Every alert that was raised has exactly one end.</summary>
internal static class AddsUp
{
    public static void Check(JsonElement json)
    {
        var suppressed = json.GetProperty("suppressed").EnumerateObject().Sum(reason => reason.Value.GetInt32());
        var ends = suppressed + new[] { "accepted", "unknown", "failed" }.Sum(end => json.GetProperty(end).GetInt32());
        json.GetProperty("raised").GetInt32().Should().Be(ends);
        json.GetProperty("raised_by_type").EnumerateObject().Sum(type => type.Value.GetInt32()).Should().Be(ends);
    }
}

using Microsoft.Extensions.Configuration;
using RaceReplay.Output;
using Spectre.Console;

namespace RaceReplay.Tests.App;

public sealed class StormTests
{
    private const string Overtaken =
        @"storm: 40 coaching alerts; [23]\d alerts were queued when the critical one was raised, and 0 requests went out before its own";

    [Fact]
    public async Task Run_Storm_TheCriticalAlertIsTheNextRequest()
    {
        var run = await AppRun.Of("--storm", "40", "--output", "json");

        var json = run.Json();
        var storm = json.GetProperty("storm");
        run.ExitCode.Should().Be(0);
        storm.GetProperty("coaching_alerts").GetInt32().Should().Be(40);
        storm.GetProperty("queued_when_critical_was_raised").GetInt32().Should().BeInRange(25, 39, "about one a second has left");
        storm.GetProperty("requests_before_critical").GetInt32().Should().Be(0);
        json.GetProperty("accepted").GetInt32().Should().Be(28 + 40 + 1);
        json.GetProperty("raised_by_type").GetProperty("consistency").GetInt32().Should().BeGreaterThanOrEqualTo(40);
        AddsUp.Check(json);
    }

    [Fact]
    public async Task Run_WithoutStorm_HasNone() => (await AppRun.Of("--output", "json")).Json().GetProperty("storm").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);

    [Fact]
    public async Task Run_StormAsLines_SaysWhatWasOvertaken()
    {
        var run = await AppRun.Of("--storm", "40");

        run.Output.Should().Contain("storm: 40 coaching alerts at once");
        run.Output.Should().MatchRegex(Overtaken);
        var lines = run.Output.Split('\n').ToList();
        var critical = lines.FindIndex(l => l.Contains("puncture, box now (1 segment"));
        critical.Should().BeInRange(lines.FindIndex(l => l.Contains("note 1 of 40")), lines.FindIndex(l => l.Contains("note 40 of 40")));
    }

    [Fact]
    public async Task Run_StormOnATerminal_SaysWhatWasOvertaken()
    {
        var screen = new StringWriter();
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(TextWriter.Synchronized(screen)),
        });
        terminal.Profile.Width = 200;
        var sut = new ReplayApp(TextWriter.Null, TextWriter.Null, new ConfigurationBuilder().Build(), terminal);

        var exitCode = await sut.RunAsync(["--storm", "40"]).WaitAsync(TimeSpan.FromMinutes(2));

        exitCode.Should().Be(0);
        var live = screen.ToString().Split("The race is over")[0];
        live.Should().MatchRegex(Overtaken);
    }

    [Fact]
    public async Task Run_StormWithoutTwilio_AddsUpAllTheSame()
    {
        var json = (await AppRun.Of("--storm", "20", "--stop-sandbox-at", "8", "--output", "json")).Json();

        json.GetProperty("storm").GetProperty("requests_before_critical").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        json.GetProperty("failed").GetInt32().Should().BeGreaterThanOrEqualTo(21);
        AddsUp.Check(json);
    }

    [Fact]
    public void ToString_CriticalNotAccepted_SaysSo() =>
        new StormSummary(40, 34, null).ToString().Should().EndWith("34 alerts were queued when the critical one was raised, and it was not accepted");
}

using System.Text.Json;
using PitWall.Alerts.Twilio.Testing;

namespace RaceReplay.Tests.App;

public sealed class ReplayAppTests
{
    [Fact]
    public async Task Run_NoArguments_DeliversTheBundledRace()
    {
        var run = await AppRun.Of();

        run.ExitCode.Should().Be(0);
        run.Errors.Should().BeEmpty();
        run.Output.Should().Contain("critical          accepted    FULL COURSE YELLOW. Car 27 P1, lap 12 (1 segment, ");
        run.Output.Should().Contain("Accepted     28, of which 28 are on their virtual phone");
        run.Output.Should().Contain("Phone +15125550142: 25 of 25 messages delivered");
    }

    [Fact]
    public async Task Run_Json_PrintsOneObjectThatAddsUp()
    {
        var run = await AppRun.Of("--output", "json");

        var json = run.Json();
        run.ExitCode.Should().Be(0);
        json.EnumerateObject().Select(property => property.Name).Should().Contain(
            ["laps", "raised", "raised_by_type", "accepted", "delivered", "suppressed", "unknown", "failed", "segments", "estimated_cost", "decision_to_accepted_ms"]);
        json.GetProperty("laps").GetInt32().Should().Be(336);
        json.GetProperty("unknown").GetInt32().Should().Be(0);
        json.GetProperty("failed").GetInt32().Should().Be(0);
        json.GetProperty("estimated_cost").GetDecimal().Should().Be(json.GetProperty("segments").GetInt32() * 0.0083m);
        var times = json.GetProperty("decision_to_accepted_ms");
        times.GetProperty("p50").GetDouble().Should().BeGreaterThan(0).And.BeLessThanOrEqualTo(times.GetProperty("p99").GetDouble());
        AddsUp.Check(json);
    }

    [Fact]
    public async Task Run_SandboxStops_GoesOnAndSaysWhy()
    {
        var run = await AppRun.Of("--stop-sandbox-at", "8", "--output", "json");

        var json = run.Json();
        run.ExitCode.Should().Be(1);
        json.GetProperty("laps").GetInt32().Should().Be(336);
        json.GetProperty("accepted").GetInt32().Should().BeGreaterThan(0);
        json.GetProperty("failed").GetInt32().Should().BeGreaterThan(10);
        json.GetProperty("causes").EnumerateObject().Should().Contain(cause => cause.Name.StartsWith("No connection to Twilio's API"));
        AddsUp.Check(json);
    }

    [Fact]
    public async Task Run_Budget_IsNeverOverdrawnAndKeepsSomeForCritical()
    {
        var json = (await AppRun.Of("--budget", "5", "--output", "json")).Json();

        json.GetProperty("segments").GetInt32().Should().Be(5);
        json.GetProperty("suppressed").GetProperty("budget").GetInt32().Should().Be(23);
        (await AppRun.Of("--budget", "5")).Output.Should().Contain("critical          accepted");
    }

    [Fact]
    public async Task Run_ToOnePhone_SendsEverythingThere()
    {
        var run = await AppRun.Of("--to", "+447700900123");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("Phone +447700900123: 28 of 28 messages delivered");
    }

    [Fact]
    public async Task Run_AtASpeed_RaisesTheSame()
    {
        var fast = (await AppRun.Of("--output", "json")).Json();
        var paced = (await AppRun.Of("--output", "json", "--speed", "5000")).Json();

        paced.GetProperty("raised_by_type").ToString().Should().Be(fast.GetProperty("raised_by_type").ToString());
    }

    [Fact]
    public async Task Run_SecretsInTheEnvironment_StayInTheSandbox()
    {
        await using var elsewhere = await TwilioSandbox.StartAsync();
        var secrets = Secrets(elsewhere);
        foreach (var (key, value) in secrets)
            Environment.SetEnvironmentVariable(key.Replace(":", "__", StringComparison.Ordinal), value);
        try
        {
            var run = await AppRun.With(secrets);

            run.ExitCode.Should().Be(0);
            elsewhere.Requests.Should().BeEmpty();
        }
        finally
        {
            foreach (var key in secrets.Keys)
                Environment.SetEnvironmentVariable(key.Replace(":", "__", StringComparison.Ordinal), null);
        }
    }

    [Fact]
    public async Task Run_Live_ReachesTheOnePhoneWithinTwentySegments()
    {
        await using var twilio = await TwilioSandbox.StartAsync();

        var run = await AppRun.With(Secrets(twilio), "--live", "--to", "+44 7700 900123", "--output", "json");

        var json = run.Json();
        json.GetProperty("mode").GetString().Should().Be("live");
        json.GetProperty("delivered").ValueKind.Should().Be(JsonValueKind.Null);
        json.GetProperty("segments").GetInt32().Should().BeLessThanOrEqualTo(20).And.BeGreaterThan(15);
        json.GetProperty("suppressed").GetProperty("budget").GetInt32().Should().BeGreaterThan(0);
        twilio.Messages.Should().OnlyContain(message => message.To == "+447700900123");
        twilio.Messages.Sum(message => message.SegmentCount).Should().Be(json.GetProperty("segments").GetInt32());
        AddsUp.Check(json);
    }

    [Fact]
    public async Task Run_Live_ShowsTheNumberRedacted()
    {
        await using var twilio = await TwilioSandbox.StartAsync();

        var run = await AppRun.With(Secrets(twilio), "--live", "--to", "+447700900123", "--budget", "2");

        (run.Output + run.Errors).Should().NotContain("7700900").And.Contain("+44*******123");
    }

    [Fact]
    public async Task Run_LiveWithoutAccount_SaysWhatIsMissing()
    {
        var run = await AppRun.Of("--live", "--to", "+447700900123");

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Errors.Should().Contain("Twilio_SID, Twilio_Secret and Twilio_Phone_Number");
    }

    [Fact]
    public async Task Run_LiveHalfConfigured_NamesTheKey()
    {
        var run = await AppRun.With(new() { ["Twilio_SID"] = TwilioSandbox.DefaultAccountSid }, "--live", "--to", "+447700900123");

        run.ExitCode.Should().Be(2);
        run.Errors.Should().Contain("Twilio_Secret").And.NotContain(TwilioSandbox.DefaultAccountSid);
    }

    [Theory]
    [InlineData("There is no option --frobnicate", "--frobnicate")]
    [InlineData("there is no car 99 in made-up-race.csv. Its cars: 101, 12, 19, 27,", "--car", "99")]
    [InlineData("the race has 25 laps", "--stop-sandbox-at", "26")]
    [InlineData("Could not find file", "--timing", "no-such-file.csv")]
    public async Task Run_WrongUsage_IsTwoWithASentenceAndNothingOnStdout(string message, params string[] arguments)
    {
        var run = await AppRun.Of([.. arguments, "--output", "json"]);

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Errors.Should().StartWith("error: ").And.Contain(message);
    }

    [Fact]
    public async Task Run_Help_ExplainsAndSendsNothing()
    {
        var run = await AppRun.Of("--help");

        run.ExitCode.Should().Be(0);
        run.Output.Should().StartWith("Replays a race").And.Contain("nothing leaves this machine");
    }

    private static Dictionary<string, string?> Secrets(TwilioSandbox twilio) => new()
    {
        ["Twilio_SID"] = twilio.AccountSid,
        ["Twilio_Secret"] = twilio.AuthToken,
        ["Twilio_Phone_Number"] = twilio.PhoneNumber,
        ["PitWall:Twilio:BaseAddress"] = twilio.BaseAddress.ToString(),
        ["PitWall:Twilio:Delivery:Queue:SmsSegmentsPerSecond"] = "0",
    };
}

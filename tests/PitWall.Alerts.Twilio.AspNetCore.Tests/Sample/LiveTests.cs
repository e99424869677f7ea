using System.Diagnostics;
using System.Text;
using PitWall.Alerts.Twilio.Testing;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>What the samples send for real, seen by a stand-in for Twilio whose account is in their environment.</summary>
public class LiveTests
{
    private const string Recipient = "+34600111222";

    [Fact]
    public async Task ConsoleDemo_SecretsInTheEnvironmentAlone_StayInItsSandbox()
    {
        await using var twilio = await TwilioSandbox.StartAsync();

        var (exitCode, output, errors) = await RunAsync(ConsoleDemo(twilio));

        exitCode.Should().Be(0, "{0}{1}", output, errors);
        output.Split('\n').Should().HaveCount(lines => lines >= 4).And.Contain(static line => line.StartsWith("Accepted: SM", StringComparison.Ordinal));
        twilio.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task ConsoleDemo_LiveWithABudget_SendsToThatPhoneAndNoMore()
    {
        await using var twilio = await TwilioSandbox.StartAsync();

        var (exitCode, output, errors) = await RunAsync(ConsoleDemo(twilio, "--live", "--to", Recipient, "--budget", "2"));

        exitCode.Should().Be(1, "two of four alerts are sent: {0}{1}", output, errors);
        twilio.Messages.Should().HaveCount(2).And.OnlyContain(static message => message.To == Recipient && message.SegmentCount == 1);
        output.Should().Contain("Gate:SegmentBudget");
    }

    [Theory]
    [InlineData("--live")]
    [InlineData("--live", "--to", "600111222")]
    [InlineData("--live", "--to", Recipient, "--budget")]
    [InlineData("--live", "--to", Recipient, "--budget", "-1")]
    public async Task ConsoleDemo_LiveWithoutAPhoneOrABudgetThatIsNone_SendsNothing(params string[] arguments)
    {
        await using var twilio = await TwilioSandbox.StartAsync();

        var (exitCode, _, errors) = await RunAsync(ConsoleDemo(twilio, arguments));

        exitCode.Should().Be(2);
        errors.Should().StartWith("error: ").And.Contain("--to NUMBER");
        twilio.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task PitWallHost_SecretsInTheEnvironmentAlone_StayInItsSandbox()
    {
        await using var twilio = await TwilioSandbox.StartAsync();
        await using var host = await SampleProcess.StartAsync(environment: Secrets(twilio));

        var outcome = await CriticalAsync(host, Recipient, "Box");

        outcome.Should().Contain("\"success\":true");
        twilio.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(20)]
    [InlineData(12, "--budget", "12")]
    public async Task PitWallHost_Live_ReachesThatPhoneAloneWithinItsBudget(int budget, params string[] arguments)
    {
        await using var twilio = await TwilioSandbox.StartAsync();
        await using var host = await SampleProcess.StartAsync(environment: Secrets(twilio), arguments: ["--live", "--to", Recipient, .. arguments]);

        var toAnother = await CriticalAsync(host, "+34600111333", "Box");
        for (var i = 0; i < 3; i++)
            await CriticalAsync(host, Recipient, $"{i} {new string('x', 1500)}");

        toAnother.Should().Contain("not_allowed");
        twilio.Messages.Should().NotBeEmpty().And.OnlyContain(static message => message.To == Recipient);
        twilio.Messages.Sum(static message => message.SegmentCount).Should().BeLessThanOrEqualTo(budget).And.BeGreaterThan(budget - 11);
    }

    private static ProcessStartInfo ConsoleDemo(TwilioSandbox twilio, params string[] arguments) =>
        SampleProcess.StartInfo("ConsoleDemo", arguments, Secrets(twilio));

    private static Dictionary<string, string?> Secrets(TwilioSandbox twilio) => new()
    {
        ["Twilio_SID"] = twilio.AccountSid,
        ["Twilio_Secret"] = twilio.AuthToken,
        ["Twilio_Phone_Number"] = twilio.PhoneNumber,
        ["PitWall__Twilio__BaseAddress"] = twilio.BaseAddress.ToString(),
    };

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output, await errors);
    }

    private static async Task<string> CriticalAsync(SampleProcess host, string to, string message)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var body = new StringContent($$"""{"to": "{{to}}", "alert_message": "{{message}}"}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/api/twilio/alerts/critical", UriKind.Relative), body);
        return await answer.Content.ReadAsStringAsync();
    }
}

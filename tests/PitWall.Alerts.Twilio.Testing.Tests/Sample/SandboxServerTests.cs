using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio.Testing.Tests.Sample;

/// <summary>samples/SandboxServer, started as its users start it.</summary>
public partial class SandboxServerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Start_ExportLines_AreAllThatAHostNeeds()
    {
        using var process = Start();
        try
        {
            var environment = await ReadExportsAsync(process.StandardOutput).WaitAsync(Patience);
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(environment).Build();
            await using var services = new ServiceCollection().AddPitWallTwilio(configuration).Services.BuildServiceProvider();

            var result = await services.GetRequiredService<IPitWallAlerts>()
                .SendStrategyAlertAsync(new StrategyAlert(StrategyAlertType.PitStop, "Box this lap"), "+34600111222");

            result.Outcome.Should().Be(AlertOutcome.Accepted, result.Detail);
            environment.Keys.Should().Equal("Twilio_SID", "Twilio_Secret", "Twilio_Phone_Number", "Twilio_WhatsApp_Number", "PitWall:Twilio:BaseAddress");
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task Help_Asked_SaysEveryOptionAndStartsNothing()
    {
        using var process = Start("--help");

        var said = await process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);

        process.ExitCode.Should().Be(0);
        said.Should().ContainAll("--port PORT", "--texts-to URL", "--calls-to URL", "--queues", "--lifelike", "--seed NUMBER");
    }

    [Theory]
    [InlineData("--texts-to", "/twilio/inbound")]
    [InlineData("--calls-to", "ftp://localhost/calls")]
    public async Task Start_AddressThatNoWebhookHas_IsRefused(string option, string address)
    {
        using var process = Start(option, address);
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);

            process.ExitCode.Should().Be(2);
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>What the lines give to a program, under the names that a configuration has for them.</summary>
    private static async Task<Dictionary<string, string?>> ReadExportsAsync(StreamReader output)
    {
        var environment = new Dictionary<string, string?>();
        while (await output.ReadLineAsync() is { } line && line != "Ctrl+C stops it.")
        {
            if (Export().Match(line) is { Success: true } export)
                environment.Add(export.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal), export.Groups[2].Value);
        }

        return environment;
    }

    private static Process Start(params string[] arguments)
    {
        var program = typeof(SandboxServerTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static one => one.Key == "SandboxServer").Value!;
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true })!;
    }

    [GeneratedRegex(@"^export (\w+)=(\S+)$")]
    private static partial Regex Export();
}

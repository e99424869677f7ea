using System.Diagnostics;

namespace PitWall.Alerts.Twilio.Testing.Tests.Sdk;

public class NodeSdkTests
{
    [NodeSdkFact]
    public async Task OfficialSdk_AgainstTheSandbox_WorksWithoutASpecialCase()
    {
        await using var sandbox = await TwilioSandbox.StartAsync();
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        var (exitCode, output) = await RunAsync(
            [sandbox.BaseAddress.ToString(), sandbox.AccountSid, sandbox.AuthToken, sandbox.ApiKeySid, sandbox.ApiKeySecret, sandbox.PhoneNumber, sandbox.MessagingServiceSid],
            deadline.Token);

        exitCode.Should().Be(0, "{0}", output);
        output.Should().Contain("14 of 14 checks passed");
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["check.js", .. arguments])
        {
            WorkingDirectory = NodeSdkFactAttribute.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = node.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = node.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await node.WaitForExitAsync(cancellationToken);
            return (node.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
            throw;
        }
    }
}

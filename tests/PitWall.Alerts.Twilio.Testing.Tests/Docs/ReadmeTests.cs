using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio.Testing.Tests.Docs;

/// <summary>The README's example of a test does what it says.</summary>
public class ReadmeTests
{
    [Fact]
    public async Task Readme_Testing_LostAnswerIsFoundAndNotSentTwice()
    {
        #region A lost answer
        await using var sandbox = await TwilioSandbox.StartAsync();
        sandbox.Faults.Next(SandboxFault.Reset(takesEffect: true));             // the message exists, its answer is lost
        await using var services = new ServiceCollection().AddPitWallTwilio(sandbox.Configure).Services.BuildServiceProvider();
        var driver = sandbox.Phone("+34600111222");

        var result = await services.GetRequiredService<IPitWallAlerts>()
            .SendCriticalAlertAsync(new CriticalAlert("Red flag, box now"), driver.Number);

        Assert.Equal(AlertOutcome.Accepted, result.Outcome);                    // found in Twilio's list
        await driver.ExpectTextAsync("Red flag");
        driver.ExpectNothingElse();                                             // and not sent twice
        #endregion

        const string usings = """
            using Microsoft.Extensions.DependencyInjection;
            using PitWall.Alerts.Twilio;
            using PitWall.Alerts.Twilio.Testing;
            """;
        TestingPageTests.Read("README.md").Should().Contain($"```csharp\n{usings.ReplaceLineEndings("\n")}\n\n{TestingPageTests.RegionsOf("ReadmeTests.cs").Single()}\n```");
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PitWall.Alerts.Twilio;
using PitWall.Alerts.Twilio.Testing;

// dotnet run --project samples/ConsoleDemo                             sends to a virtual phone
// dotnet run --project samples/ConsoleDemo -- --live --to +34600111222 sends for real, with the account in the environment
const int LiveBudget = 20;
Console.OutputEncoding = System.Text.Encoding.UTF8;
(string? to, bool isLive) = args switch
{
    [] => ("+447700900142", false),
    ["--to", var number] => (number, false),
    ["--live", "--to", var number] => (number, true),
    ["--to", var number, "--live"] => (number, true),
    _ => (null, false),
};
if (!E164PhoneNumber.TryParse(to, out _))
    return Refuse("options are [--live] --to NUMBER, with a number such as +34600111222; --live needs --to");

await using var sandbox = isLive ? null : await TwilioSandbox.StartAsync();
var services = new ServiceCollection().AddLogging();
if (sandbox is null)
{
    services.AddPitWallTwilio(new ConfigurationBuilder().AddEnvironmentVariables().Build());
    services.PostConfigure<PitWallTwilioOptions>(options =>
    {
        options.Gate.SegmentBudget = LiveBudget;
        options.Gate.AllowedRecipients = [to!];
    });
}
else
{
    // Only the sandbox's own values: secrets in the environment are not looked at.
    services.AddPitWallTwilio(options =>
    {
        options.AccountSid = sandbox.AccountSid;
        options.AuthToken = sandbox.AuthToken;
        options.PhoneNumber = sandbox.PhoneNumber;
        options.BaseAddress = sandbox.BaseAddress;
    });
}

await using var provider = services.BuildServiceProvider();
var tires = new StrategyAlert(StrategyAlertType.TireWear, "Critical tire wear: 15% remaining. Pit window: Laps 15-17", AlertSeverity.High);
var brakes = new CoachingAlert(CoachingAlertType.BrakingTechnique, "Consider releasing brakes 0.1s later") { Category = "braking" };
try
{
    var alerts = provider.GetRequiredService<IPitWallAlerts>();
    AlertResult[] results =
    [
        await alerts.SendStrategyAlertAsync(tires, to!),
        await alerts.SendCoachingAlertAsync(brakes, to!),
        await alerts.SendCriticalAlertAsync(new CriticalAlert("FULL COURSE YELLOW, debris at T11"), to!),
        await alerts.SendBatchAsync(new AlertBatch(tires, brakes), to!),
    ];

    foreach (var result in results)
        Console.WriteLine($"{result.Outcome}: {result.Sid ?? result.Detail} ({result.Segments} segment(s), {result.Attempts} attempt(s))");
    foreach (var message in sandbox?.Messages ?? [])
        Console.WriteLine($"\n{message.To} shows ({message.Status}):\n{message.Body}");
    return Array.TrueForAll(results, result => result.IsAccepted) ? 0 : 1;
}
catch (OptionsValidationException invalid)
{
    return Refuse(invalid.Message);
}

static int Refuse(string why)
{
    Console.Error.WriteLine($"error: {why}");
    return 2;
}

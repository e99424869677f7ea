using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PitWall.Alerts.Twilio;
using PitWall.Alerts.Twilio.Testing;

// dotnet run --project samples/ConsoleDemo                             sends to a virtual phone
// dotnet run --project samples/ConsoleDemo -- --live --to +34600111222 sends for real, with the account in the environment
const long LiveBudget = 20;
Console.OutputEncoding = System.Text.Encoding.UTF8;
var (to, isLive, budget) = ((string?)null, false, (long?)null);
for (var i = 0; i < args.Length; i++)
{
    var value = i + 1 < args.Length ? args[i + 1] : null;
    switch (args[i])
    {
        case "--live":
            isLive = true;
            break;
        case "--to" when E164PhoneNumber.TryParse(value, out _):
            to = args[++i];
            break;
        case "--budget" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var segments):
            budget = segments;
            i++;
            break;
        default:
            return Refuse("options are --live, --to NUMBER, with a number such as +34600111222, and --budget SEGMENTS");
    }
}

if (isLive && to is null)
    return Refuse("--live needs --to NUMBER: the only phone that is reached");

to ??= "+447700900142";
await using var sandbox = isLive ? null : await TwilioSandbox.StartAsync();
var services = new ServiceCollection().AddLogging();
if (sandbox is null)
{
    services.AddPitWallTwilio(new ConfigurationBuilder().AddEnvironmentVariables().Build());
    services.PostConfigure<PitWallTwilioOptions>(options =>
    {
        options.Gate.SegmentBudget = budget ?? LiveBudget;
        options.Gate.AllowedRecipients = [to];
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
        options.Gate.SegmentBudget = budget;
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
        await alerts.SendStrategyAlertAsync(tires, to),
        await alerts.SendCoachingAlertAsync(brakes, to),
        await alerts.SendCriticalAlertAsync(new CriticalAlert("FULL COURSE YELLOW, debris at T11"), to),
        await alerts.SendBatchAsync(new AlertBatch(tires, brakes), to),
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

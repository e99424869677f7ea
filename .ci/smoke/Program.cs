using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio;
using PitWall.Alerts.Twilio.Testing;

await using var sandbox = await TwilioSandbox.StartAsync();
var services = new ServiceCollection();
services.AddPitWallTwilio(options =>
{
    options.AccountSid = sandbox.AccountSid;
    options.AuthToken = sandbox.AuthToken;
    options.PhoneNumber = sandbox.PhoneNumber;
    options.BaseAddress = sandbox.BaseAddress;
});

await using var provider = services.BuildServiceProvider();
var alert = new StrategyAlert(StrategyAlertType.PitStop, "Box this lap", AlertSeverity.High);
var result = await provider.GetRequiredService<IPitWallAlerts>().SendStrategyAlertAsync(alert, "+34600111222");
result.ThrowIfFailed();

var message = sandbox.Phone("+34600111222").Messages.Single(m => m.Sid == result.Sid);
Console.WriteLine($"arrived: {message.Body}");
return result.IsAccepted ? 0 : 1;

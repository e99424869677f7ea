using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using PitWall.Alerts.Twilio;
using PitWall.Alerts.Twilio.AspNetCore;
using PitWall.Alerts.Twilio.Testing;
using PitWallHost;

// dotnet run --project samples/PitWallHost                                 on a sandbox: no account, no cost
// dotnet run --project samples/PitWallHost -- --live --to +34600111222     for real, to that phone only, with the account in the environment
if (!HostArguments.TryParse(args, out var arguments, out var why))
    return Refuse(why);

var builder = WebApplication.CreateBuilder(arguments.Others);
var addresses = builder.Configuration["urls"] ?? "http://localhost:8000";
if (!OwnAddress.TryFind(addresses, out var address))
    return Refuse($"--urls needs an address such as http://localhost:8000, and '{addresses}' begins with none");

builder.WebHost.UseUrls(addresses);

await using TwilioSandbox? sandbox = arguments.IsLive ? null : await SandboxAccount.StartAsync();
if (sandbox is null)
{
    builder.Services.AddPitWallTwilio(builder.Configuration);
    builder.Services.PostConfigure<PitWallTwilioOptions>(options =>
    {
        options.Gate.AllowedRecipients = [arguments.To!];
        options.Gate.SegmentBudget = arguments.Budget;

        // Without a public address nothing is reported, so Twilio is asked.
        options.Polling.Enabled = options.StatusCallback is null;
    });
}
else
{
    sandbox.IncomingMessageUrl = new Uri(address, "/twilio/inbound");
    builder.Services.AddPitWallTwilio(options => SandboxAccount.Configure(options, sandbox, address));
}

builder.Services.AddHealthChecks().AddPitWallTwilio();
builder.Services.AddOpenApi(static options => options.AddOperationTransformer<ExampleTransformer>());

// Else the document says that a number may stand in quotes, which the endpoints refuse.
builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);

var app = builder.Build();
app.MapPitWallTwilio();
app.MapPitWallTwilioWebhooks();
app.MapHealthChecks("/health");
app.MapOpenApi();

if (sandbox is not null)
{
    app.MapGet("/", () => TypedResults.Redirect(sandbox.PhonesPage.ToString())).ExcludeFromDescription();
    app.Logger.LogInformation("On the sandbox. Its phones: {Address}, also from {Root}", sandbox.PhonesPage, address);
}

try
{
    await app.RunAsync();
    return 0;
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

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio;
using PitWall.Alerts.Twilio.Testing;

namespace PhonesScene;

/// <summary>A race as a pit wall hears it: the library sends to the sandbox, and a host takes the callbacks.</summary>
internal sealed class RaceStage : IAsyncDisposable
{
    private const string PitWall = "+15125550142";
    private const string Engineer = "+15125550143";
    private const string Car = "+15125550113";

    private readonly RaceTime _time;
    private readonly WebApplication _host;
    private readonly ServiceProvider _services;

    private RaceStage(TwilioSandbox sandbox, RaceTime time, WebApplication host, ServiceProvider services)
    {
        Sandbox = sandbox;
        _time = time;
        _host = host;
        _services = services;
    }

    public TwilioSandbox Sandbox { get; }

    public static async Task<RaceStage> OpenAsync()
    {
        var time = new RaceTime();
        var sandbox = await TwilioSandbox.StartAsync(new TwilioSandboxOptions
        {
            Port = 4010,
            TimeProvider = time,
            Answering = PhoneAnswering.Ringing,
            Pace = new SandboxPace { Send = TimeSpan.FromMilliseconds(250), Deliver = TimeSpan.FromMilliseconds(650), SpeaksInRealTime = true },
        });
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var host = builder.Build();
        host.Run(static context =>
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
        await host.StartAsync();
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        sandbox.IncomingMessageUrl = new Uri(address + "/api/twilio/webhooks/message");

        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddPitWallTwilio(options =>
        {
            options.AccountSid = sandbox.AccountSid;
            options.AuthToken = sandbox.AuthToken;
            options.PhoneNumber = sandbox.PhoneNumber;
            options.WhatsAppNumber = sandbox.WhatsAppNumber;
            options.BaseAddress = sandbox.BaseAddress;
            options.StatusCallback = new Uri(address + "/api/twilio/webhooks/status");
        });
        return new RaceStage(sandbox, time, host, services.BuildServiceProvider());
    }

    /// <summary>Ten minutes of a race, up to a call that rings in the car.</summary>
    public async Task PlayAsync()
    {
        var alerts = _services.GetRequiredService<IPitWallAlerts>();
        Sandbox.Phone(Engineer).Delivery = new PhoneDelivery { Reads = true };
        await Sandbox.Phone(Engineer).TextAsync("On shift for stint two", channel: SandboxChannel.WhatsApp);
        await alerts.SendStrategyAlertAsync(new(StrategyAlertType.GapAnalysis, "Car 46 is 4.8s behind and 0.3s a lap faster. DRS range in 9 laps", AlertSeverity.Medium), PitWall);
        await alerts.SendCoachingAlertAsync(new(CoachingAlertType.BrakingTechnique, "Brake 5 m later into T1, trail to the apex", AlertSeverity.Low), Car);
        await SettleAsync();
        _time.Jump(94);
        await alerts.SendStrategyAlertAsync(new(StrategyAlertType.TireWear, "Pace is down 0.9s a lap on the best of this stint, 14 laps on these tires", AlertSeverity.High), PitWall);
        await alerts.SendStrategyAlertAsync(new(StrategyAlertType.Fuel, "2.31 l a lap, 1.7 laps short at this rate. Lift and coast into T5", AlertSeverity.Medium), new AlertRecipient(Engineer, AlertChannel.WhatsApp));
        await SettleAsync();
        await Sandbox.Phone(PitWall).ReplyAsync("Copy. Box window?");
        _time.Jump(71);
        await alerts.SendStrategyAlertAsync(new(StrategyAlertType.PitStop, "Window open: laps 15-17. Box this lap rejoins P4, 2.1s ahead of car 22", AlertSeverity.High), PitWall);
        Sandbox.Faults.Next(SandboxFault.TooManyRequests());
        await alerts.SendCoachingAlertAsync(new(CoachingAlertType.ThrottleControl, "Exit of T7 spins the rears: 8% later on full throttle", AlertSeverity.Medium), Car);
        await SettleAsync();
        _time.Jump(63);
        Sandbox.Phone(Car).Delivery = PhoneDelivery.Undelivered();
        await alerts.SendStrategyAlertAsync(new(StrategyAlertType.Weather, "Rain in 6 min — 80% at T4–T9, ≈ 2 mm ☂", AlertSeverity.High), Car);
        await SettleAsync();
        Sandbox.Phone(Car).Delivery = PhoneDelivery.Delivered;
        await alerts.SendStrategyAlertAsync(new(StrategyAlertType.Weather, "Rain on track in 6 min, 80% at T4 to T9", AlertSeverity.High), new AlertRecipient(Engineer, AlertChannel.WhatsApp));
        await SettleAsync();
        _time.Jump(88);
        await alerts.SendCriticalAlertAsync(new("FULL COURSE YELLOW. Car 13 P4, lap 16"), PitWall);
        await alerts.SendCriticalAlertAsync(new("FULL COURSE YELLOW. Box now, box now"), Car);
        await SettleAsync();
        _time.Jump(7);
        await Sandbox.Phone(Engineer).ReplyAsync("Softs ready");
        await CallAsync();
        await alerts.SendStrategyAlertAsync(new(StrategyAlertType.PitStop, "Green flag next lap. Stay out on a 1-stop", AlertSeverity.Low), PitWall);
        await SettleAsync();
        Sandbox.Faults.Randomly(0.25, SandboxFault.Unavailable());
    }

    /// <summary>Someone in the car picks up.</summary>
    public async Task AnswerAsync()
    {
        await Sandbox.Calls[^1].AnswerAsync();
        await Task.Delay(4000);
        _time.Jump(9);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Sandbox.DisposeAsync();
        await _host.DisposeAsync();
    }

    private async Task CallAsync()
    {
        const string Words = "PitWall critical alert. Full course yellow. Box this lap.";
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Sandbox.AccountSid}:{Sandbox.AuthToken}")));
        using var form = new FormUrlEncodedContent(
        [
            new("To", Car),
            new("From", Sandbox.PhoneNumber),
            new("Timeout", "300"),
            new("Twiml", $"<Response><Say>{Words}</Say><Gather numDigits=\"1\" timeout=\"240\"><Say>Press 1 to confirm.</Say></Gather></Response>"),
        ]);
        using var answer = await http.PostAsync(new Uri(Sandbox.BaseAddress, $"2010-04-01/Accounts/{Sandbox.AccountSid}/Calls.json"), form);
        answer.EnsureSuccessStatusCode();
    }

    private async Task SettleAsync()
    {
        await Task.Delay(1100);
        await Sandbox.WaitForCallbacksAsync();
    }
}

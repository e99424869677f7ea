using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio;
using PitWall.Alerts.Twilio.Testing;
using RaceReplay.Clock;
using RaceReplay.Sending;

namespace RaceReplay.Routes;

/// <summary>To virtual phones: an offline Twilio in this process, which knows no secrets and leads nowhere.</summary>
internal sealed class SandboxRoute : ITwilioRoute
{
    private readonly TwilioSandbox _sandbox;
    private readonly ServiceProvider _services;

    private SandboxRoute(TwilioSandbox sandbox, ServiceProvider services)
    {
        (_sandbox, _services) = (sandbox, services);
        Alerts = services.GetRequiredService<IPitWallAlerts>();
    }

    public IPitWallAlerts Alerts { get; }

    public string Mode => "sandbox";

    public string Description => "Alerts go to virtual phones; nothing leaves this machine.";

    /// <summary>Starts the sandbox and the library on it.</summary>
    /// <param name="clock">The clock of the library and of the sandbox.</param>
    /// <param name="wire">Sees every request.</param>
    /// <param name="budget">The most segments to spend.</param>
    /// <param name="isStorm">Whether one phone gets more than the limits let it have, so that the queue can be seen at work.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<SandboxRoute> StartAsync(RaceClock clock, Wire wire, int? budget, bool isStorm, CancellationToken cancellationToken)
    {
        var sandboxOptions = new TwilioSandboxOptions { TimeProvider = clock, Capacity = 100_000 };
        sandboxOptions.PhoneRoles.Add(new SandboxPhoneRole(Crew.Virtual.PitWall.PhoneNumber, "Pit wall"));
        sandboxOptions.PhoneRoles.Add(new SandboxPhoneRole(Crew.Virtual.Coach.PhoneNumber, "Coach"));
        var sandbox = await TwilioSandbox.StartAsync(sandboxOptions, cancellationToken);
        var services = AlertServices.Add(clock, wire, budget, collection => collection.AddPitWallTwilio(options =>
        {
            // Every value comes from the sandbox: whatever secrets the environment holds, they are not read.
            options.AccountSid = sandbox.AccountSid;
            options.AuthToken = sandbox.AuthToken;
            options.PhoneNumber = sandbox.PhoneNumber;
            options.WhatsAppNumber = sandbox.WhatsAppNumber;
            options.BaseAddress = sandbox.BaseAddress;
            if (isStorm)
                options.Delivery.Limits.Recipient.PerMinute = 0;
        }));

        // Back-off and time-outs too are race seconds: no request takes long here, and no wait has to be sat through.
        services.AddKeyedSingleton<TimeProvider>(PitWallTwilioServiceKeys.TransportClock, clock);
        return new SandboxRoute(sandbox, services.BuildServiceProvider());
    }

    public Uri? PhonesPage => _sandbox.PhonesPage;

    // The crew is texted and never called, so the messages are all there is.
    public IReadOnlyList<string> Created() => [.. _sandbox.Messages.Select(message => message.Sid)];

    public Task StopTwilioAsync() => _sandbox.StopAsync();

    public int? CountDelivered(IReadOnlySet<string> sids) =>
        _sandbox.Messages.Count(message => sids.Contains(message.Sid) && message.Status is SandboxMessageStatus.Delivered or SandboxMessageStatus.Read);

    public IReadOnlyList<string> Phones()
    {
        var phones = _sandbox.Messages.GroupBy(message => message.To).OrderBy(phone => phone.Key, StringComparer.Ordinal);
        return [.. phones.SelectMany(phone => Show(phone.Key, [.. phone]))];
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private static IEnumerable<string> Show(string number, IReadOnlyList<SandboxMessage> messages)
    {
        var delivered = messages.Count(message => message.Status == SandboxMessageStatus.Delivered);
        yield return string.Create(CultureInfo.InvariantCulture, $"  Phone {number}: {delivered} of {messages.Count} messages delivered. The last one:");
        foreach (var line in messages[^1].Body.Split('\n'))
            yield return $"    {line}";
    }
}

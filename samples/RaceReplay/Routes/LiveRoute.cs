using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PitWall.Alerts.Twilio;
using RaceReplay.Cli;
using RaceReplay.Clock;

namespace RaceReplay.Routes;

/// <summary>To a real phone, through the account in the environment: one number, and no more segments than the budget.</summary>
internal sealed class LiveRoute : ITwilioRoute
{
    private readonly ServiceProvider _services;

    private LiveRoute(ServiceProvider services, string description)
    {
        _services = services;
        Alerts = services.GetRequiredService<IPitWallAlerts>();
        Description = description;
    }

    public IPitWallAlerts Alerts { get; }

    public string Mode => "live";

    public string Description { get; }

    /// <summary>Opens the way.</summary>
    /// <param name="environment">The host's configuration: the four classic secrets or the section.</param>
    /// <param name="to">The only recipient.</param>
    /// <param name="budget">The most segments to spend.</param>
    /// <param name="clock">The clock of every policy. Requests run on real time.</param>
    /// <param name="wire">Sees every request.</param>
    /// <exception cref="UsageException">Thrown when the account is not set up.</exception>
    public static LiveRoute Open(IConfiguration environment, string to, int budget, RaceClock clock, Wire wire)
    {
        var number = E164PhoneNumber.Parse(to[(to.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        var collection = AlertServices.Add(clock, wire, budget, collection => collection.AddPitWallTwilio(environment));

        // Whatever else the configuration allows, this run reaches one phone.
        collection.PostConfigure<PitWallTwilioOptions>(options => options.Gate.AllowedRecipients = [number.ToString()]);
        var services = collection.BuildServiceProvider();
        try
        {
            if (services.GetRequiredService<ITwilioAlertClient>().IsConfigured)
                return new LiveRoute(services, $"Alerts go to {number.ToRedactedString()} for real, for {budget} segments at most.");

            services.Dispose();
            throw new UsageException("--live needs your Twilio account: set Twilio_SID, Twilio_Secret and Twilio_Phone_Number in the environment.");
        }
        catch (OptionsValidationException exception)
        {
            services.Dispose();
            throw new UsageException($"--live needs a sound Twilio configuration. {string.Join(' ', exception.Failures)}");
        }
    }

    public Uri? PhonesPage => null;

    public IReadOnlyList<string> Created() => [];

    public Task StopTwilioAsync() => Task.CompletedTask;

    public int? CountDelivered(IReadOnlySet<string> sids) => null;

    public IReadOnlyList<string> Phones() => [];

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

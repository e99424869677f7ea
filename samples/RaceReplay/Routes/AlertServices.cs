using Microsoft.Extensions.DependencyInjection;
using PitWall.Alerts.Twilio;
using RaceReplay.Clock;

namespace RaceReplay.Routes;

/// <summary>The library as a host registers it, on the race's clock.</summary>
internal static class AlertServices
{
    private const int ReserveShare = 5;

    /// <summary>Registers the services.</summary>
    /// <param name="clock">The clock of every policy: validity, duplicates, limits, pacing.</param>
    /// <param name="wire">Sees every request.</param>
    /// <param name="budget">The most segments to spend, a part of it on critical alerts only; <see langword="null"/> for no limit.</param>
    /// <param name="add">Registers the account.</param>
    public static ServiceCollection Add(RaceClock clock, Wire wire, int? budget, Func<IServiceCollection, PitWallTwilioBuilder> add)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(clock);
        add(collection).HttpClient.AddHttpMessageHandler(() => new WireHandler(wire));

        collection.PostConfigure<PitWallTwilioOptions>(options =>
        {
            // The replay asks what became of every alert: it waits for the end, however long the queue holds one back.
            options.Delivery.LongestWait = TimeSpan.FromHours(1);
            options.Gate.SegmentBudget = budget;
            options.Gate.CriticalReserve = (budget ?? 0) / ReserveShare;
        });
        return collection;
    }
}

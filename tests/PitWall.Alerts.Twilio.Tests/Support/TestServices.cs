using Microsoft.Extensions.DependencyInjection;

namespace PitWall.Alerts.Twilio.Tests;

/// <summary>What tests replace in a host.</summary>
internal static class TestServices
{
    /// <summary>Sets the clock that times requests.</summary>
    public static IServiceCollection UseTransportClock(this IServiceCollection services, TimeProvider clock) =>
        services.AddKeyedSingleton(PitWallTwilioServiceKeys.TransportClock, clock);
}

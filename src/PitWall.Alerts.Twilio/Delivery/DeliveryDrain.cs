using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Lets queued alerts leave before the service stops, for as long as the options allow, and says what was left.</summary>
internal sealed class DeliveryDrain(
    AlertDispatcher dispatcher, Func<PitWallTwilioOptions> options, TimeProvider clock, ILogger logger) : IHostedService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // The transport's clock: a shutdown is a matter of real time, whatever time alerts run on.
        var began = clock.GetTimestamp();
        var longest = options().Delivery.DrainTimeout;
        while (!dispatcher.IsIdle && !cancellationToken.IsCancellationRequested && clock.GetElapsedTime(began) < longest)
            await Task.Delay(Look, clock, CancellationToken.None).ConfigureAwait(false);

        var waiting = dispatcher.Stop();
        var underWay = dispatcher.UnderWay;
        if (waiting > 0 || underWay > 0)
            AlertLog.LeftAtShutdown(logger, waiting, underWay);
    }
}

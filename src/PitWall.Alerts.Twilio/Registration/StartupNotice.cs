using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>Says once, at start or at the first use, what an account will not be able to do.</summary>
internal sealed class StartupNotice(CurrentOptions options, ILogger logger) : IHostedService
{
    private int _said;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        SayOnce();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void SayOnce()
    {
        if (Interlocked.Exchange(ref _said, 1) != 0)
            return;

        var current = options.Value;
        if (!current.IsConfigured)
            AlertLog.NotConfigured(logger, string.Join(", ", MissingKeys.Of(current)));
        else if (string.IsNullOrEmpty(current.AuthToken) && current.Webhooks.AdditionalAuthTokens.Count == 0)
            AlertLog.NoTokenForWebhooks(logger);
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>Says once, at start or at the first use, what an account will not be able to do.</summary>
/// <param name="options">The account's options.</param>
/// <param name="client">Creates the account's client. Ours triggers the notice; a host's own needs none of our keys.</param>
/// <param name="logger">Where it is said.</param>
internal sealed class StartupNotice(CurrentOptions options, Func<ITwilioAlertClient> client, ILogger logger) : IHostedService
{
    private int _said;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        client();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void SayOnce()
    {
        // Read first: invalid options throw every time, and then no notice has been given yet.
        var current = options.Value;
        if (Interlocked.Exchange(ref _said, 1) != 0)
            return;

        if (!current.IsConfigured)
            AlertLog.NotConfigured(logger, string.Join(", ", MissingKeys.Of(current)));
        else if (string.IsNullOrEmpty(current.AuthToken) && current.Webhooks.AdditionalAuthTokens.Count == 0)
            AlertLog.NoTokenForWebhooks(logger);
    }
}

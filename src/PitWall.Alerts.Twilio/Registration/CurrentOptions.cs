using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>The options in force for one account: the current ones, or the last valid ones while a reload is invalid.</summary>
internal sealed class CurrentOptions(IOptionsMonitor<PitWallTwilioOptions> monitor, string name, ILogger logger)
{
    private PitWallTwilioOptions? _lastValid;
    private string? _reported;

    /// <exception cref="OptionsValidationException">Thrown when the options were never valid.</exception>
    public PitWallTwilioOptions Value
    {
        get
        {
            try
            {
                var current = monitor.Get(name);
                _lastValid = current;
                _reported = null;
                return current;
            }
            catch (OptionsValidationException e) when (_lastValid is { } lastValid)
            {
                var failures = string.Join(' ', e.Failures);
                if (Interlocked.Exchange(ref _reported, failures) != failures)
                    AlertLog.InvalidReload(logger, failures);

                return lastValid;
            }
        }
    }
}

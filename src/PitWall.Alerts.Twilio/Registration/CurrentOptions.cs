using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Registration;

/// <summary>The options in force for one account: the current ones, or the last valid ones while a reload is invalid.</summary>
internal sealed class CurrentOptions(IOptionsMonitor<PitWallTwilioOptions> monitor, string name, ILogger logger)
{
    private PitWallTwilioOptions? _lastValid;
    private string? _reported;

    /// <summary>
    /// As of the last time they were read, for where reading them is not allowed: they may be the host's code. <see langword="null"/> if they
    /// never were.
    /// </summary>
    public PitWallTwilioOptions? Latest => Volatile.Read(ref _lastValid);

    /// <exception cref="OptionsValidationException">Thrown when the options were never valid.</exception>
    public PitWallTwilioOptions Value
    {
        get
        {
            try
            {
                var current = monitor.Get(name);
                // Read at every send by every thread: written only when there is news.
                if (!ReferenceEquals(_lastValid, current))
                    (_lastValid, _reported) = (current, null);

                return current;
            }
#pragma warning disable CA1031 // A host's own configuring may throw anything, and a reload must not stop alerts that could be sent.
            catch (Exception e) when (_lastValid is not null)
#pragma warning restore CA1031
            {
                // Of what is not ours the message may show a value, so its type must do.
                var failures = e is OptionsValidationException invalid ? string.Join(' ', invalid.Failures) : e.GetType().Name;
                if (Interlocked.Exchange(ref _reported, failures) != failures)
                    AlertLog.InvalidReload(logger, failures);

                return _lastValid;
            }
        }
    }
}

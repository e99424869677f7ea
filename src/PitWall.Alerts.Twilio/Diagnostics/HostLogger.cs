using Microsoft.Extensions.Logging;

namespace PitWall.Alerts.Twilio.Diagnostics;

/// <summary>The host's logger. An exception from it stops nothing here: an alert matters more than its log entry.</summary>
internal sealed class HostLogger(ILogger logger) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return logger.IsEnabled(logLevel);
        }
#pragma warning disable CA1031 // See the type.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            logger.Log(logLevel, eventId, state, exception, formatter);
        }
#pragma warning disable CA1031 // There is nowhere left to say it.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}

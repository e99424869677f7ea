using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PitWall.Alerts.Twilio.AspNetCore.Tests;

/// <summary>What was logged from Information on.</summary>
/// <param name="capacity">How many of the last lines are kept.</param>
internal sealed class RecordingLog(int capacity = int.MaxValue) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(int EventId, LogLevel Level, string Text)> _lines = new();

    public IEnumerable<(int EventId, LogLevel Level, string Text)> Lines => _lines;

    public int Count(int eventId) => _lines.Count(line => line.EventId == eventId);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;

        _lines.Enqueue((eventId.Id, logLevel, formatter(state, exception)));
        if (_lines.Count > capacity)
            _lines.TryDequeue(out _);
    }

    public void Dispose()
    {
    }
}

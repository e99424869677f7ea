using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PitWall.Alerts.Twilio.Tests.Diagnostics;

/// <summary>Keeps everything that is logged, by whoever.</summary>
internal sealed class RecordingLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<Entry> _entries = [];

    public IReadOnlyList<Entry> Entries => [.. _entries];

    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, _entries);

    public void Dispose()
    {
    }

    /// <param name="Category">Who logged.</param>
    /// <param name="Level">How urgently.</param>
    /// <param name="Id">The event.</param>
    /// <param name="Text">The message and all its values, the exception's text included.</param>
    internal sealed record Entry(string Category, LogLevel Level, EventId Id, string Text);

    private sealed class Recorder(string category, ConcurrentQueue<Entry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(p => $"{p.Key}={p.Value}")) : "";
            entries.Enqueue(new Entry(category, logLevel, eventId, $"{formatter(state, exception)} {values} {exception}"));
        }
    }
}

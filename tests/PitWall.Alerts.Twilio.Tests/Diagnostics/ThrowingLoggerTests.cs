using FaultMatrix.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PitWall.Alerts.Twilio.Tests.Api.Transmit;

namespace PitWall.Alerts.Twilio.Tests.Diagnostics;

/// <summary>A host's logger may be broken, as on a full disk: alerts go on as if nobody logged.</summary>
public class ThrowingLoggerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_EveryLineThrows_IsAcceptedAllTheSame(bool isAnswerLost)
    {
        await using var host = new WireHost(build: b => b.Services.AddLogging(l => l.AddProvider(new Throwing()).SetMinimumLevel(LogLevel.Trace)));
        host.OnCreates(isAnswerLost ? new WireFault { Resets = true, TakesEffect = true } : WireFault.Error(429, 20429));

        var result = await host.SendAsync();

        result.Outcome.Should().Be(AlertOutcome.Accepted);
        host.Ledger.Find(result.AlertId!)!.Outcome.Should().Be(AlertOutcome.Accepted);
        host.OnThePhone.Should().ContainSingle();
    }

    private sealed class Throwing : ILoggerProvider, ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public ILogger CreateLogger(string categoryName) =>
            categoryName.StartsWith("PitWall", StringComparison.Ordinal) ? this : NullLogger.Instance;

        public void Dispose()
        {
        }

        public bool IsEnabled(LogLevel logLevel) => throw new IOException("The disk is full.");

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new IOException("The disk is full.");
    }
}

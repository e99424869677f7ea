using Microsoft.Extensions.Logging;

namespace PitWall.Alerts.Twilio.Tests;

internal sealed record LoggedLine(string Category, LogLevel Level, int EventId, string Text, Exception? Exception);

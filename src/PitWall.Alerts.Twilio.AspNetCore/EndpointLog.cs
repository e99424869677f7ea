using Microsoft.Extensions.Logging;

namespace PitWall.Alerts.Twilio.AspNetCore;

/// <summary>Every log message of the companion. None holds a number, a text, a token or an address.</summary>
internal static partial class EndpointLog
{
    [LoggerMessage(
        PitWallTwilioEndpointEventIds.NotOpen, LogLevel.Warning,
        "Refused a request to {Prefix}: {Why}. Without a policy only this machine is served. Open the endpoints with MapPitWallTwilio(...).RequireAuthorization(...), or to everybody with .AllowAnonymous().")]
    public static partial void NotOpen(ILogger logger, string prefix, string why);

    [LoggerMessage(
        PitWallTwilioEndpointEventIds.TooManySends, LogLevel.Warning,
        "Refused a request to {Prefix}: more were made than SendsPerMinute allows.")]
    public static partial void TooManySends(ILogger logger, string prefix);

    [LoggerMessage(
        PitWallTwilioEndpointEventIds.SendFailed, LogLevel.Error,
        "A request to {Prefix} was not carried out ({ErrorType}): {Why}")]
    public static partial void SendFailed(ILogger logger, string prefix, string errorType, string why);
}

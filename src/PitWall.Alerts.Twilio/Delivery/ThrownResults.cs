using System.Globalization;
using System.Net;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Reads an alert's end out of what a client threw. Ours throws what its contract says; a host's may throw anything.</summary>
internal static class ThrownResults
{
    public static AlertResult Of(AlertJob job, Exception thrown) => thrown switch
    {
        AlertSuppressedException { Reason: not SuppressionReason.None } e => AlertResults.Suppressed(job, e.Reason, e.Message),
        TwilioAlertException { Acceptance: TwilioAcceptance.Unknown } e => AlertResults.Unknown(job, e.Message, e),
        TwilioAlertException e => AlertResults.Failed(job, e.Message, e),
        AlertSuppressedException e => AlertResults.Failed(job, WithoutNumbers(e.Message)),
        ArgumentException e => AlertResults.Failed(job, WithoutNumbers(e.Message)),
        HttpRequestException { StatusCode: { } status } when IsRefusal(status) =>
            AlertResults.Failed(job, string.Create(CultureInfo.InvariantCulture, $"The client was answered HTTP {(int)status}.")),

        // A time-out of the client's own is a cancellation nobody asked for. Whatever else it is, the request may have left.
        _ => AlertResults.Unknown(job, $"The client threw {thrown.GetType().Name}; the alert may have been sent."),
    };

    private static bool IsRefusal(HttpStatusCode status) =>
        status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.RequestTimeout;

    /// <summary>A sentence that is not ours may quote a number; digits go where a number could be made of them.</summary>
    private static string WithoutNumbers(string sentence)
    {
        const int shortestNumber = 6;
        return sentence.Count(char.IsDigit) < shortestNumber
            ? sentence
            : string.Concat(sentence.Select(c => char.IsDigit(c) ? '*' : c));
    }
}

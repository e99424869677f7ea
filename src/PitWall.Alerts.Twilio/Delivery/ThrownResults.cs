using System.Globalization;
using System.Net;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Reads an alert's end out of what a client threw. Ours throws what its contract says; a host's may throw anything, and quote numbers.</summary>
internal static class ThrownResults
{
    public static AlertResult Of(AlertJob job, Exception thrown)
    {
        try
        {
            return Read(job, thrown);
        }
#pragma warning disable CA1031 // An exception's message may be the host's code too, as that of an argument is.
        catch (Exception)
#pragma warning restore CA1031
        {
            return NobodyKnows(job, thrown);
        }
    }

    private static AlertResult Read(AlertJob job, Exception thrown) => thrown switch
    {
        AlertSuppressedException { Reason: not SuppressionReason.None } e => AlertResults.Suppressed(job, e.Reason, QuotedNumbers.Mask(e.Message)),
        TwilioAlertException { Acceptance: TwilioAcceptance.Unknown } e => AlertResults.Unknown(job, QuotedNumbers.Mask(e.Message), e),
        TwilioAlertException e => AlertResults.Failed(job, QuotedNumbers.Mask(e.Message), e),
        AlertSuppressedException e => AlertResults.Failed(job, QuotedNumbers.Mask(e.Message)),
        ArgumentException e => AlertResults.Failed(job, QuotedNumbers.Mask(e.Message)),
        HttpRequestException { StatusCode: { } status } when IsRefusal(status) =>
            AlertResults.Failed(job, string.Create(CultureInfo.InvariantCulture, $"The client was answered HTTP {(int)status}.")),

        // A time-out of the client's own is a cancellation that was not requested. Whatever else it is, the request may have left.
        _ => NobodyKnows(job, thrown),
    };

    private static AlertResult NobodyKnows(AlertJob job, Exception thrown) =>
        AlertResults.Unknown(job, $"The client threw {thrown.GetType().Name}; the alert may have been sent.");

    private static bool IsRefusal(HttpStatusCode status) =>
        status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.RequestTimeout;
}

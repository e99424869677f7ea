using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The first stage: is there anything to send with, and anybody to send to?</summary>
internal sealed class RecipientReader(ITwilioAlertClient client, IPhoneNumberNormalizer normalizer)
{
    /// <returns><see langword="null"/> when the alert may go on; else its end.</returns>
    public AlertResult? Read(AlertJob job, PitWallTwilioOptions options)
    {
        if (!client.IsConfigured)
            return AlertResults.NotConfigured(job, $"Twilio is not configured. Missing: {string.Join(", ", MissingKeys.Of(options))}.");

        var result = normalizer.Normalize(job.Recipient.PhoneNumber, options.Numbers);
        if (!result.IsSuccess)
        {
            return AlertResults.Suppressed(
                job,
                result.Error == PhoneNumberError.RegionNotAllowed ? SuppressionReason.NotAllowed : SuppressionReason.InvalidNumber,
                $"The recipient's number cannot be used: {result.Reason}");
        }

        job.Record.Recipient = result.Number;
        return null;
    }
}

using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>The first stage: is there anything to send with, and anybody to send to?</summary>
internal sealed class RecipientReader(ITwilioAlertClient client, IPhoneNumberNormalizer normalizer)
{
    /// <returns><see langword="null"/> when the alert may go on; else its end.</returns>
    public AlertResult? Read(AlertJob job, PitWallTwilioOptions options)
    {
        if (!TryAskClient(out var isConfigured, out var thrown))
            return AlertResults.Failed(job, $"The client could not say whether it is configured: it threw {thrown}.");

        if (!isConfigured)
            return AlertResults.NotConfigured(job, $"Twilio is not configured. Missing: {string.Join(", ", MissingKeys.Of(options))}.");

        if (Normalize(job, options) is not { } result)
            return AlertResults.Failed(job, "The recipient's number could not be read: the normalizer threw.");

        if (!result.IsSuccess)
        {
            return AlertResults.Suppressed(
                job,
                result.Error == PhoneNumberError.RegionNotAllowed ? SuppressionReason.NotAllowed : SuppressionReason.InvalidNumber,
                $"The recipient's number cannot be used: {result.Reason}");
        }

        job.Recipient = result.Number;
        return null;
    }

    private bool TryAskClient(out bool isConfigured, out string? thrown)
    {
        (isConfigured, thrown) = (false, null);
        try
        {
            isConfigured = client.IsConfigured;
            return true;
        }
#pragma warning disable CA1031 // The client may be the host's, and no alert may break the caller's loop.
        catch (Exception e)
#pragma warning restore CA1031
        {
            thrown = e.GetType().Name;
            return false;
        }
    }

    private PhoneNumberResult? Normalize(AlertJob job, PitWallTwilioOptions options)
    {
        try
        {
            return normalizer.Normalize(job.To.PhoneNumber, options.Numbers);
        }
#pragma warning disable CA1031 // The normalizer may be the host's, and no alert may break the caller's loop.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}

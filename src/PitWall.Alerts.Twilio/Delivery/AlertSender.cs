using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Hands a written alert to the client and reads the end out of what it answers or throws.</summary>
internal sealed class AlertSender(ITwilioAlertClient client, AlertCalls calls, AlertLedger ledger, TimeProvider clock)
{
    /// <summary>Twilio's longest validity period (docs, Message resource, <c>ValidityPeriod</c>).</summary>
    private static readonly TimeSpan LongestValidity = TimeSpan.FromSeconds(36_000);

    public async Task<AlertResult> SendAsync(AlertJob job)
    {
        var left = job.ExpiresAt - clock.GetUtcNow();
        if (left < TimeSpan.FromSeconds(1))
            return AlertResults.Suppressed(job, SuppressionReason.Expired, AlertResults.Sentence(SuppressionReason.Expired));

        job.AttemptStarted = NoteAttempt;
        try
        {
            return job.Record.Channel == AlertChannel.Voice
                ? await CallAsync(job).ConfigureAwait(false)
                : await MessageAsync(job, left < LongestValidity ? left : LongestValidity).ConfigureAwait(false);
        }
        catch (AlertSuppressedException e)
        {
            return AlertResults.Suppressed(job, e.Reason, e.Message);
        }
        catch (TwilioAlertException e)
        {
            return e.Acceptance == TwilioAcceptance.Unknown
                ? AlertResults.Unknown(job, e)
                : AlertResults.Failed(job, e.Message, e);
        }
        catch (ArgumentException e)
        {
            return AlertResults.Failed(job, e.Message);
        }
    }

    private async Task<AlertResult> MessageAsync(AlertJob job, TimeSpan validity)
    {
        var text = job.Text;
        var receipt = job.Record.Channel == AlertChannel.WhatsApp
            ? await client.SendWhatsAppAsync(WhatsApp(job, text, validity)).ConfigureAwait(false)
            : await client.SendSmsAsync(Sms(job, text, validity)).ConfigureAwait(false);

        return receipt is null
            ? AlertResults.NotConfigured(job, $"There is no sender for {job.Record.Channel}: set {SenderKey(job.Record.Channel)}.")
            : AlertResults.Accepted(job, receipt, call: null);
    }

    private async Task<AlertResult> CallAsync(AlertJob job)
    {
        var receipt = await client.PlaceCallAsync(calls.Make(job, Context(job))).ConfigureAwait(false);
        return receipt is null
            ? AlertResults.NotConfigured(job, $"There is no caller: set {SenderKey(AlertChannel.Voice)}.")
            : AlertResults.Accepted(job, message: null, receipt);
    }

    private static SmsMessage Sms(AlertJob job, FormattedAlert text, TimeSpan validity) => new()
    {
        To = job.Record.Recipient.ToString(),
        Body = text.Text,
        ValidityPeriod = validity,
        RiskCheck = job.Recipient.RiskCheck,
        Context = Context(job),
    };

    private static WhatsAppMessage WhatsApp(AlertJob job, FormattedAlert text, TimeSpan validity) => new()
    {
        To = job.Record.Recipient.ToString(),
        Body = text.ContentSid is null ? text.Text : null,
        ContentSid = text.ContentSid,
        ContentVariables = text.ContentVariables,
        ValidityPeriod = validity,
        Context = Context(job),
    };

    private static CreateContext Context(AlertJob job) => new()
    {
        AlertId = job.Record.Id,
        IsCritical = job.IsCritical,
        ExpiresAt = job.ExpiresAt,
        Watch = job,
        Recipient = job.Record.Recipient,
        Segments = job.Text.Segments,
    };

    private void NoteAttempt(AlertJob job, int attempt)
    {
        if (attempt == 1)
            ledger.Change(job.Record, clock.GetUtcNow(), static (r, at) => r.Take(AlertStep.Transmitted, at));
    }

    private static string SenderKey(AlertChannel channel) =>
        channel == AlertChannel.WhatsApp ? "WhatsAppNumber (Twilio_WhatsApp_Number)" : "PhoneNumber (Twilio_Phone_Number)";
}

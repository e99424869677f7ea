using System.Diagnostics;
using PitWall.Alerts.Twilio.Api;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Hands a written alert to the client and reads the end out of what it answers or throws.</summary>
internal sealed class AlertSender(ITwilioAlertClient client, AlertCalls calls, AlertLedger ledger, Admission admission, TimeProvider clock)
{
    /// <summary>Twilio's longest validity period (docs, Message resource, <c>ValidityPeriod</c>).</summary>
    private static readonly TimeSpan LongestValidity = TimeSpan.FromSeconds(36_000);

    private readonly TwilioAlertClient? _ours = client as TwilioAlertClient;

    /// <summary>Whether the client reports every request that leaves.</summary>
    public bool HearsOfAttempts => _ours is not null;

    /// <summary>Sends an alert.</summary>
    /// <param name="job">The alert.</param>
    /// <param name="end">Takes its end, which there is in any case.</param>
    public async Task SendAsync(AlertJob job, Action<AlertJob, AlertResult> end)
    {
        Activity? activity = null;
        AlertResult result;
        try
        {
            activity = AlertTelemetry.Start(job);
            job.Sender = this;
            if (job.AbandonedBecause is var reason and not SuppressionReason.None)
                result = AlertResults.Suppressed(job, reason);
            else if (job.HasExpired)
                result = AlertResults.Suppressed(job, SuppressionReason.Expired);
            else if (_ours is null)
                result = await SendByAnotherAsync(job).ConfigureAwait(false);
            else
                result = ResultOf(job, await CreateAsync(_ours, job).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // The client may be the host's: whatever it throws is an end, never a crash.
        catch (Exception e)
#pragma warning restore CA1031
        {
            result = ThrownResults.Of(job, e);
        }

        try
        {
            AlertTelemetry.Stop(activity, result);
        }
        finally
        {
            // Whatever a listener of the host's does: no alert may be left without its end.
            end(job, result);
        }
    }

    /// <summary>A request of the alert leaves.</summary>
    public void NoteAttempt(AlertJob job, int attempt)
    {
        AlertTelemetry.NoteAttempt(attempt);
        ledger.NoteAttempt(job, job.Text.Segments, attempt, clock.GetUtcNow());
    }

    /// <summary>An answer to the alert is there, and soon its end will be.</summary>
    public void ExpectEnd(AlertJob job)
    {
        ledger.ExpectEnd(job);
        admission.ExpectEnd(job);
    }

    /// <summary>The alert waits for something.</summary>
    public void NoteHold(AlertJob job, string why) => ledger.Change(job, why, static (ref f, s) => f.Detail = s);

    private ValueTask<Transmission> CreateAsync(TwilioAlertClient ours, AlertJob job) => job.Channel switch
    {
        AlertChannel.Voice => ours.CreateAsync(calls.Make(job, Context(job)), CancellationToken.None),
        AlertChannel.WhatsApp => ours.CreateAsync(WhatsApp(job, validity: null), CancellationToken.None),
        _ => ours.CreateAsync(Sms(job, validity: null), CancellationToken.None),
    };

    /// <summary>Sends by a client that took the place of ours: it may not say when its requests leave, nor ask how much time is left.</summary>
    private async Task<AlertResult> SendByAnotherAsync(AlertJob job)
    {
        ledger.NoteAdmitted(job, job.Text.Segments, AlertHolds.UnderWay, clock.GetUtcNow());
        var timeLeft = job.TimeLeft;
        var validity = timeLeft < LongestValidity ? timeLeft : LongestValidity;
        return job.Channel switch
        {
            AlertChannel.Voice => ResultOf(job, await client.PlaceCallAsync(calls.Make(job, Context(job))).ConfigureAwait(false)),
            AlertChannel.WhatsApp => ResultOf(job, await client.SendWhatsAppAsync(WhatsApp(job, validity)).ConfigureAwait(false)),
            _ => ResultOf(job, await client.SendSmsAsync(Sms(job, validity)).ConfigureAwait(false)),
        };
    }

    private AlertResult ResultOf(AlertJob job, in Transmission taken) =>
        job.Channel == AlertChannel.Voice ? ResultOf(job, Receipts.OfCall(taken)) : ResultOf(job, Receipts.OfMessage(taken));

    private AlertResult ResultOf(AlertJob job, MessageReceipt? receipt) => receipt is null ? NothingToSendWith(job) : AlertResults.Accepted(job, receipt);

    private AlertResult ResultOf(AlertJob job, CallReceipt? receipt) => receipt is null ? NothingToSendWith(job) : AlertResults.Accepted(job, receipt);

    private AlertResult NothingToSendWith(AlertJob job) => AlertResults.NotConfigured(
        job,
        client.IsConfigured
            ? $"There is no sender for {job.Channel}: set {SenderKey(job.Channel)}."
            : "Twilio is not configured any more: the credentials went while the alert waited.");

    private SmsMessage Sms(AlertJob job, TimeSpan? validity) => new()
    {
        To = NumberOf(job),
        Body = job.Text.Text,
        ValidityPeriod = validity,
        RiskCheck = job.To.RiskCheck,
        Context = Context(job),
    };

    private WhatsAppMessage WhatsApp(AlertJob job, TimeSpan? validity) => new()
    {
        To = NumberOf(job),
        Body = job.Text.ContentSid is null ? job.Text.Text : null,
        ContentSid = job.Text.ContentSid,
        ContentVariables = job.Text.ContentVariables,
        ValidityPeriod = validity,
        Context = Context(job),
    };

    /// <summary>The number in E.164, as the caller's own text where that is what it wrote.</summary>
    private static string NumberOf(AlertJob job)
    {
        Span<char> text = stackalloc char[E164PhoneNumber.MaxDigits + 1];
        return job.Recipient.TryFormat(text, out var written, default, null) && text[..written].SequenceEqual(job.To.PhoneNumber)
            ? job.To.PhoneNumber
            : job.Recipient.ToString();
    }

    // A client that replaces ours may pass on another number or another text than it was given: the client that sends it reads it again.
    private CreateContext Context(AlertJob job) => new()
    {
        AlertId = job.Id,
        IsCritical = job.IsCritical,
        Watch = job,
        Recipient = _ours is null ? default : job.Recipient,
        Segments = _ours is null ? 0 : job.Text.Segments,
    };

    private static string SenderKey(AlertChannel channel) =>
        channel == AlertChannel.WhatsApp ? "WhatsAppNumber (Twilio_WhatsApp_Number)" : "PhoneNumber (Twilio_Phone_Number)";
}

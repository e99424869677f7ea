using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>Verifies a webhook request, reads it and hands it on.</summary>
internal sealed class TwilioWebhooks(
    WebhookVerifier verifier,
    StatusUpdates updates,
    InboundMessages inbound,
    CallScripts scripts,
    CallbackSettlements settlements,
    IStatusRecorder recorder,
    Func<PitWallTwilioOptions> options,
    TimeProvider clock,
    RefusalLog refusals,
    ILogger logger) : ITwilioWebhooks
{
    /// <summary>The key that confirms.</summary>
    private const string ConfirmingKey = "1";

    private const string Silence = "<Response />";
    private const string HangUp = "<Response><Hangup /></Response>";

    public WebhookOptions Options => options().Webhooks;

    public TwilioSignatureVerdict Verify(TwilioWebhookRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return verifier.Verify(request, out _);
    }

    public async Task<TwilioWebhookAnswer> ReceiveStatusAsync(TwilioWebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!TryRead(request, out var fields))
            return TwilioWebhookAnswer.Forbidden;

        var alertId = WebhookFields.OfQuery(request.Url)[AlertCallback.IdParameter];
        var now = clock.GetUtcNow();
        if (WebhookReader.MessageStatus(fields, alertId, now) is { } message)
        {
            Settle(alertId, message.MessageSid);
            await updates.ApplyAsync(message, cancellationToken).ConfigureAwait(false);
            return TwilioWebhookAnswer.Taken;
        }

        if (WebhookReader.CallStatus(fields, alertId, now) is { } call)
        {
            Settle(alertId, call.CallSid);
            await updates.ApplyAsync(call, cancellationToken).ConfigureAwait(false);
            return TwilioWebhookAnswer.Taken;
        }

        return NotUnderstood();
    }

    public async Task<TwilioWebhookAnswer> ReceiveMessageAsync(TwilioWebhookRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!TryRead(request, out var fields))
            return TwilioWebhookAnswer.Forbidden;

        if (WebhookReader.Message(fields, clock.GetUtcNow()) is not { } message)
            return NotUnderstood();

        await inbound.ReceiveAsync(message, cancellationToken).ConfigureAwait(false);
        return TwilioWebhookAnswer.Twiml(Silence);
    }

    public TwilioWebhookAnswer AnswerCall(string token, TwilioWebhookRequest request)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(request);
        if (!TryRead(request, out var fields))
            return TwilioWebhookAnswer.Forbidden;

        // A person is on the line: whatever is wrong, an error would be read out to them by Twilio.
        var isHeard = fields["Digits"] == ConfirmingKey;
        if (fields["CallSid"] is not { } sid || scripts.Fetch(token, sid, isHeard) is not { } script)
        {
            AlertLog.CallScriptUnknown(logger, fields["CallSid"]);
            return TwilioWebhookAnswer.Twiml(HangUp);
        }

        if (script.Thanks is not { } thanks || !isHeard)
            return TwilioWebhookAnswer.Twiml(script.Words);

        recorder.RecordHeard(script.AlertId, sid, clock.GetUtcNow());
        AlertLog.AlertHeard(logger, script.AlertId, sid);
        return TwilioWebhookAnswer.Twiml(thanks);
    }

    private bool TryRead(TwilioWebhookRequest request, out WebhookFields fields)
    {
        var verdict = verifier.Verify(request, out fields);
        if (verdict != TwilioSignatureVerdict.Valid)
        {
            refusals.Add(verdict);
            return false;
        }

        // One token may verify the webhooks of several accounts, a subaccount's for instance; each has an address of its own here.
        if (options().AccountSid is { Length: > 0 } account && fields["AccountSid"] != account)
        {
            refusals.AddForeignAccount();
            return false;
        }

        return true;
    }

    private void Settle(string? alertId, string sid)
    {
        if (alertId is not null)
            settlements.Settle(alertId, sid);
    }

    private TwilioWebhookAnswer NotUnderstood()
    {
        AlertLog.WebhookNotUnderstood(logger);
        return TwilioWebhookAnswer.BadRequest;
    }
}

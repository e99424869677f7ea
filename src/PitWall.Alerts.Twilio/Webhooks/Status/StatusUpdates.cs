using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Api;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>
/// Processes reports of messages and calls, from webhooks and from polling: judges them, records them and passes them on.
/// </summary>
internal sealed class StatusUpdates(
    StatusBook<MessageStatus> messages,
    StatusBook<CallStatus> calls,
    IStatusRecorder recorder,
    IOptOutList optOuts,
    HandlerCalls handlers,
    ILogger logger)
{
    private readonly SidGates _gates = new();

    public async Task ApplyAsync(MessageStatusUpdate update, CancellationToken cancellationToken)
    {
        var sid = update.MessageSid;
        using var turn = await _gates.EnterAsync(sid, cancellationToken).ConfigureAwait(false);
        var elsewhere = messages.Find(sid) is null ? recorder.FindMessage(sid) : null;
        var verdict = messages.Enter(sid, update.Status, update.ErrorCode, update.ReceivedAt, elsewhere, out var trail);
        var alertId = verdict == ProgressVerdict.Irrelevant ? null : recorder.Record(update.AlertId, sid, trail);
        Log(verdict, sid, update.Status.ToString(), trail.Latest.ToString());
        if (verdict is ProgressVerdict.Advance or ProgressVerdict.Supplement)
            NoteOptOut(update);

        if (verdict != ProgressVerdict.Advance)
            return;

        update = update with { AlertId = alertId };
        await handlers
            .TellAsync<IDeliveryStatusHandler>((handler, token) => handler.OnMessageStatusAsync(update, token), cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task ApplyAsync(CallStatusUpdate update, CancellationToken cancellationToken)
    {
        var sid = update.CallSid;
        using var turn = await _gates.EnterAsync(sid, cancellationToken).ConfigureAwait(false);
        var elsewhere = calls.Find(sid) is null ? recorder.FindCall(sid) : null;
        var verdict = calls.Enter(sid, update.Status, errorCode: null, update.ReceivedAt, elsewhere, out var trail);
        var alertId = verdict == ProgressVerdict.Irrelevant ? null : recorder.Record(update.AlertId, sid, trail);
        Log(verdict, sid, update.Status.ToString(), trail.Latest.ToString());
        if (verdict != ProgressVerdict.Advance)
            return;

        update = update with { AlertId = alertId };
        await handlers
            .TellAsync<IDeliveryStatusHandler>((handler, token) => handler.OnCallStatusAsync(update, token), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Twilio also reports an opt-out by failing what was sent to the recipient, as 21610 or 63014.</summary>
    private void NoteOptOut(MessageStatusUpdate update)
    {
        if (update.ErrorCode?.Category == TwilioErrorCategory.OptOut && ChannelAddress.TryGetNumber(update.To, out var number))
            OptOutNote.Take(optOuts, number, update.Channel, logger);
    }

    private void Log(ProgressVerdict verdict, string sid, string reported, string known)
    {
        if (verdict == ProgressVerdict.Contradiction)
            AlertLog.StatusContradiction(logger, sid, reported, known);
        else if (logger.IsEnabled(LogLevel.Debug))
            AlertLog.StatusReported(logger, sid, reported, verdict.ToString());
    }
}

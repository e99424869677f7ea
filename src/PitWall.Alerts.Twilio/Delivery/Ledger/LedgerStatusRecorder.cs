using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Diagnostics;
using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>Enters what Twilio reports into the ledger, also what it reported before the ledger knew the SID.</summary>
internal sealed class LedgerStatusRecorder : IStatusRecorder
{
    private readonly AlertLedger _ledger;
    private readonly StatusBook<MessageStatus> _messages;
    private readonly StatusBook<CallStatus> _calls;
    private readonly ILogger _logger;

    public LedgerStatusRecorder(AlertLedger ledger, StatusBook<MessageStatus> messages, StatusBook<CallStatus> calls, ILogger logger)
    {
        _ledger = ledger;
        _messages = messages;
        _calls = calls;
        _logger = logger;
        ledger.Identified += CatchUp;
    }

    public StatusTrail<MessageStatus>? FindMessage(string sid) =>
        _ledger.FindBySid(sid) is { } entry ? new(entry.MessageStatus, entry.ErrorCode, []) : null;

    public StatusTrail<CallStatus>? FindCall(string sid) => _ledger.FindBySid(sid) is { } entry ? new(entry.CallStatus, entry.ErrorCode, []) : null;

    public string? Record(string? alertId, string sid, StatusTrail<MessageStatus> trail) => Record(alertId, sid, trail, Apply);

    public string? Record(string? alertId, string sid, StatusTrail<CallStatus> trail) => Record(alertId, sid, trail, Apply);

    public void RecordPrice(string sid, decimal price, string? unit) => _ledger.TryChange(
        alertId: null, sid, new AlertPrice(price, unit), static (ref facts, cost) => facts.Price = cost, out _);

    public void RecordHeard(string alertId, string callSid, DateTimeOffset at) => _ledger.TryChange(
        alertId,
        callSid,
        at,
        static (ref facts, heard) =>
        {
            facts.Take(AlertStep.Delivered, heard);
            facts.Take(AlertStep.Heard, heard);
        },
        out _);

    private string? Record<TTrail>(string? alertId, string sid, TTrail trail, FactsChange<TTrail> apply)
    {
        if (!_ledger.TryChange(alertId, sid, trail, apply, out var foundId) && foundId is not null)
            AlertLog.SecondMessageOfAlert(_logger, foundId, sid);

        return foundId;
    }

    private void CatchUp(ref AlertFacts facts, string sid)
    {
        if (facts.Channel == AlertChannel.Voice && _calls.Find(sid) is { } call)
            Apply(ref facts, call);
        else if (_messages.Find(sid) is { } message)
            Apply(ref facts, message);
    }

    private static void Apply(ref AlertFacts facts, StatusTrail<MessageStatus> trail)
    {
        Take(ref facts, trail.Marks, StatusSteps.Of);
        var verdict = MessageProgress.Judge(facts.MessageStatus, trail.Latest);
        if (verdict == ProgressVerdict.Advance)
            facts.MessageStatus = trail.Latest;
        else if (verdict != ProgressVerdict.Duplicate || facts.ErrorCode is not null)
            return;

        if (trail.ErrorCode is not { } code)
            return;

        facts.ErrorCode = code;
        facts.ReportedDetail = code.IsKnown ? code.Meaning : null;
        facts.Detail = facts.ReportedDetail ?? facts.Detail;
    }

    private static void Apply(ref AlertFacts facts, StatusTrail<CallStatus> trail)
    {
        Take(ref facts, trail.Marks, StatusSteps.Of);
        if (CallProgress.Judge(facts.CallStatus, trail.Latest) == ProgressVerdict.Advance)
            facts.CallStatus = trail.Latest;
    }

    private static void Take<TStatus>(ref AlertFacts facts, ImmutableArray<StatusMark<TStatus>> marks, Func<TStatus, AlertStep[]> stepsOf)
        where TStatus : struct, Enum
    {
        foreach (var mark in marks)
        {
            foreach (var step in stepsOf(mark.Status))
                facts.Take(step, mark.At);
        }
    }
}

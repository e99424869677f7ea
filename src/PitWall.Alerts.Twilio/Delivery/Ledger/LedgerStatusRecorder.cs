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

    public MessageStatus MessageStatusOf(string sid) => _ledger.FindBySid(sid)?.MessageStatus ?? MessageStatus.Unknown;

    public CallStatus CallStatusOf(string sid) => _ledger.FindBySid(sid)?.CallStatus ?? CallStatus.Unknown;

    public string? Record(string? alertId, string sid, StatusTrail<MessageStatus> trail) => Record(alertId, sid, trail, Apply);

    public string? Record(string? alertId, string sid, StatusTrail<CallStatus> trail) => Record(alertId, sid, trail, Apply);

    public void RecordPrice(string sid, decimal price, string? unit) => _ledger.TryChange(
        alertId: null, sid, (Price: price, Unit: unit), static (record, cost) => (record.Price, record.PriceUnit) = cost, out _);

    public void RecordHeard(string alertId, string callSid, DateTimeOffset at) => _ledger.TryChange(
        alertId,
        callSid,
        at,
        static (record, heard) =>
        {
            record.Take(AlertStep.Delivered, heard);
            record.Take(AlertStep.Heard, heard);
        },
        out _);

    private string? Record<TTrail>(string? alertId, string sid, TTrail trail, Action<AlertRecord, TTrail> apply)
    {
        if (!_ledger.TryChange(alertId, sid, trail, apply, out var record) && record is not null)
            AlertLog.SecondMessageOfAlert(_logger, record.Id, sid);

        return record?.Id;
    }

    private void CatchUp(AlertRecord record)
    {
        if (record.Channel == AlertChannel.Voice && _calls.Find(record.Sid!) is { } call)
            Apply(record, call);
        else if (_messages.Find(record.Sid!) is { } message)
            Apply(record, message);
    }

    private static void Apply(AlertRecord record, StatusTrail<MessageStatus> trail)
    {
        Take(record, trail.Marks, StatusSteps.Of);
        if (MessageProgress.Judge(record.MessageStatus, trail.Latest) != ProgressVerdict.Advance)
            return;

        record.MessageStatus = trail.Latest;
        if (trail.ErrorCode is not { } code)
            return;

        record.ErrorCode = code;
        record.ReportedDetail = code.IsKnown ? code.Meaning : null;
        record.Detail = record.ReportedDetail ?? record.Detail;
    }

    private static void Apply(AlertRecord record, StatusTrail<CallStatus> trail)
    {
        Take(record, trail.Marks, StatusSteps.Of);
        if (CallProgress.Judge(record.CallStatus, trail.Latest) == ProgressVerdict.Advance)
            record.CallStatus = trail.Latest;
    }

    private static void Take<TStatus>(AlertRecord record, ImmutableArray<StatusMark<TStatus>> marks, Func<TStatus, AlertStep[]> stepsOf)
        where TStatus : struct, Enum
    {
        foreach (var mark in marks)
        {
            foreach (var step in stepsOf(mark.Status))
                record.Take(step, mark.At);
        }
    }
}

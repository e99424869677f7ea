using PitWall.Alerts.Twilio.Testing.Events;

namespace PitWall.Alerts.Twilio.Testing.PhonesPage;

/// <summary>
/// What one open page has not seen yet. It holds the last state of each message and call, not each step, and not more than it may: a page that falls behind gets
/// a whole picture again instead. So a slow page costs the sandbox neither time nor memory.
/// </summary>
internal sealed class PageBuffer
{
    private const int MaxMessages = 400;
    private const int MaxCalls = 50;
    private const int MaxLog = 40;

    private readonly Lock _gate = new();
    private readonly Queue<LogEntry> _log = new();
    private OrderedDictionary<string, SandboxMessage> _messages = [];
    private OrderedDictionary<string, SandboxCall> _calls = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _skipped;
    private bool _isBehind = true;

    public void Take(SandboxEvent change)
    {
        lock (_gate)
        {
            switch (change)
            {
                case MessageChanged { Message: var message } when !_isBehind && (_messages.Count < MaxMessages || _messages.ContainsKey(message.Sid)):
                    // Two threads may report two steps in the wrong order.
                    if (!_messages.TryGetValue(message.Sid, out var known) || known.History.Length <= message.History.Length) _messages[message.Sid] = message;
                    break;
                case CallChanged { Call: var call } when !_isBehind && (_calls.Count < MaxCalls || _calls.ContainsKey(call.Sid)):
                    _calls[call.Sid] = call;
                    break;
                case MessageChanged or CallChanged:
                    FallBehind();
                    break;
                case RequestAnswered { Request: var request }:
                    Log(new LogEntry(request, null));
                    break;
                case CallbackAnswered { Callback: var callback }:
                    Log(new LogEntry(null, callback));
                    break;
            }

            _changed.TrySetResult();
        }
    }

    /// <summary>Waits for a change, but not longer than given, in real time: the sandbox's clock may stand still.</summary>
    public async Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        Task changed;
        lock (_gate) changed = _changed.Task;
        await Task.WhenAny(changed, Task.Delay(limit, TimeProvider.System, cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Takes out all there is; null instead of messages and calls when a whole picture is due.</summary>
    public (IEnumerable<SandboxMessage>? Messages, IEnumerable<SandboxCall>? Calls, IReadOnlyList<LogEntry> Log, int Skipped) TakeAll()
    {
        lock (_gate)
        {
            var (messages, calls, isBehind, skipped) = (_messages.Values, _calls.Values, _isBehind, _skipped);
            LogEntry[] log = [.. _log];
            _log.Clear();
            (_messages, _calls, _isBehind, _skipped) = ([], [], false, 0);
            if (_changed.Task.IsCompleted) _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return isBehind ? (null, null, log, skipped) : (messages, calls, log, skipped);
        }
    }

    private void FallBehind()
    {
        _isBehind = true;
        _messages.Clear();
        _calls.Clear();
    }

    private void Log(LogEntry entry)
    {
        if (_log.Count == MaxLog)
        {
            _log.Dequeue();
            _skipped++;
        }

        _log.Enqueue(entry);
    }
}

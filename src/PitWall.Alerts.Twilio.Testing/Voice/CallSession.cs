using PitWall.Alerts.Twilio.Testing.Clock;
using PitWall.Alerts.Twilio.Testing.Phones;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>
/// Leads one call from its creation to its end: it dials, rings, is answered or not, and carries out its instructions until they end,
/// someone hangs up, the time limit is over, or the API replaces them.
/// </summary>
internal sealed class CallSession(
    CallEntry entry, PhoneAnswering answering, TwilioSandboxOptions options, CallReporter reporter, TwimlPlayer player, Scheduler scheduler)
{
    /// <summary>Ours: instructions that lead to themselves and take no time would go on for ever.</summary>
    private const int MostInstructions = 1_000;

    /// <summary>Timers take 49 days at most; no call of Twilio's lasts as long.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

    private readonly SandboxCall _call = entry.Call;

    /// <summary>Places a call to a phone; it is dialled after <paramref name="turn"/>.</summary>
    public async Task RunOutboundAsync(TimeSpan turn)
    {
        try
        {
            await scheduler.DelayAsync(turn + options.Pace.Dial, _call.Line.HungUp).ConfigureAwait(false);
            reporter.ReportInitiated(entry);
            if (answering.Answer == PhoneAnswer.Unreachable)
            {
                reporter.Move(entry, SandboxCallStatus.Failed);
                return;
            }

            reporter.Move(entry, SandboxCallStatus.Ringing);
            if (await RingAsync().ConfigureAwait(false) is { } unanswered) reporter.Move(entry, unanswered);
            else if (reporter.Move(entry, SandboxCallStatus.InProgress)) await TalkAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            reporter.Move(entry, SandboxCallStatus.Canceled, _call.Line.HangupReason);
        }
    }

    /// <summary>Takes a call from a phone; it is answered unless the instructions begin with a refusal.</summary>
    public async Task RunInboundAsync()
    {
        _call.TryMove(SandboxCallStatus.Ringing, scheduler.Now);
        try
        {
            var document = await player.FetchAsync(entry, entry.Instructions, _call.Line.HungUp).ConfigureAwait(false);
            if (document is { Verbs: [{ Name.LocalName: "Reject" } reject, ..] })
            {
                var status = (string?)reject.Attribute("reason") == "busy" ? SandboxCallStatus.Busy : SandboxCallStatus.NoAnswer;
                reporter.Move(entry, status, SandboxHangup.Instructed);
            }
            else if (reporter.Move(entry, SandboxCallStatus.InProgress))
            {
                if (document is null) reporter.Move(entry, SandboxCallStatus.Completed, SandboxHangup.BadInstructions);
                else await TalkAsync(document).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            reporter.Move(entry, SandboxCallStatus.NoAnswer, _call.Line.HangupReason);
        }
    }

    /// <summary>Rings; the answer is null when the phone was answered, or else what becomes of the call.</summary>
    private async Task<SandboxCallStatus?> RingAsync()
    {
        switch (answering.Answer)
        {
            case PhoneAnswer.Busy:
                return SandboxCallStatus.Busy;
            case PhoneAnswer.Unanswered:
                return SandboxCallStatus.NoAnswer;
            case PhoneAnswer.Ringing:
                return await RingForSomeoneAsync().ConfigureAwait(false);
            default:
                await scheduler.DelayAsync(options.Pace.Answer, _call.Line.HungUp).ConfigureAwait(false);
                return null;
        }
    }

    private async Task<SandboxCallStatus?> RingForSomeoneAsync()
    {
        try
        {
            return await _call.Line.RingAsync(entry.RingTimeout, options.TimeProvider).ConfigureAwait(false) ? null : SandboxCallStatus.Busy;
        }
        catch (TimeoutException)
        {
            return SandboxCallStatus.NoAnswer;
        }
    }

    private async Task TalkAsync(TwimlDocument? first = null)
    {
        DetectMachine();
        using var timer = entry.TimeLimit is { } limit
            ? options.TimeProvider.CreateTimer(EndAtLimit, _call.Line, limit < LongestTimer ? limit : LongestTimer, Timeout.InfiniteTimeSpan)
            : null;
        var reason = await FollowAsync(first).ConfigureAwait(false);
        reporter.Move(entry, SandboxCallStatus.Completed, reason);
    }

    /// <summary>Carries out instructions, and those that follow from them, until there are no more; returns why.</summary>
    private async Task<SandboxHangup> FollowAsync(TwimlDocument? document)
    {
        var instructions = document is null ? entry.Instructions : null;
        for (var followed = 0; followed < MostInstructions; followed++)
        {
            try
            {
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(_call.Line.HungUp, entry.Replaced.Token);
                if (instructions is not null)
                {
                    document = await player.FetchAsync(entry, instructions, stop.Token).ConfigureAwait(false);
                    if (document is null) return SandboxHangup.BadInstructions;
                }

                var (next, hungUp) = await player.PlayAsync(entry, document!, instructions ?? entry.Instructions, stop.Token).ConfigureAwait(false);
                if (next is null) return hungUp ? SandboxHangup.Instructed : SandboxHangup.EndOfInstructions;

                instructions = next;
            }
            catch (OperationCanceledException)
            {
                if (_call.Line.HungUp.IsCancellationRequested) return _call.Line.HangupReason;

                instructions = entry.TakeReplacement();
                if (instructions is null) return SandboxHangup.EndOfInstructions;
            }
        }

        _call.Complain(0, $"The instructions led to others {MostInstructions} times; the sandbox follows no further.");
        return SandboxHangup.BadInstructions;
    }

    private static void EndAtLimit(object? line) => ((CallLine)line!).HangUp(SandboxHangup.TimeLimit);

    private void DetectMachine()
    {
        if (!entry.DetectsMachines) return;

        _call.AnsweredBy = answering.Answer == PhoneAnswer.Machine ? "machine_start" : "human";
        reporter.ReportMachineDetection(entry);
    }
}

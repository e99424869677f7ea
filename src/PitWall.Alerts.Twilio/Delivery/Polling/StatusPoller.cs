using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Diagnostics;
using PitWall.Alerts.Twilio.Webhooks;

namespace PitWall.Alerts.Twilio.Delivery;

/// <summary>
/// Asks Twilio what became of alerts whose reports never came: one question at a time, evenly spread, with pauses that double.
/// </summary>
internal sealed class StatusPoller(
    ITwilioAlertClient client,
    AlertLedger ledger,
    StatusUpdates updates,
    IStatusRecorder recorder,
    Func<PitWallTwilioOptions> options,
    Func<PitWallTwilioOptions?> latestOptions,
    TimeProvider policyClock,
    TimeProvider clock,
    ILogger logger) : IHostedService, IDisposable
{
    /// <summary>How often the price alone is polled: it may come some time after the end, or never.</summary>
    private const int MaxPricePolls = 2;

    private readonly PollSchedule _schedule = new(clock, () => AlertLog.PollScheduleFull(logger, PollSchedule.Capacity));
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Ends, and never fails, when polling was stopped.</summary>
    public Task Polling { get; private set; } = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // What was sent before the host started has no end yet either.
        ledger.TellIdentified(Await);
        // Not a BackgroundService: a host that is disposed of without being stopped would log the cancellation of one as a crash.
        var stopping = _stopping.Token;
        Polling = Task.Run(() => PollAsync(stopping), CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Cancel();
        await Polling.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        Cancel();
        _stopping.Dispose();
    }

    private void Cancel()
    {
        ledger.Identified -= Await;
        if (!_stopping.IsCancellationRequested)
            _stopping.Cancel();
    }

    private async Task PollAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var awaited = await _schedule.NextAsync(stoppingToken).ConfigureAwait(false);
                if (IsOver(awaited))
                    continue;

                if (!options().Polling.Enabled)
                {
                    AskAgain(awaited);
                    continue;
                }

                await AskAsync(awaited, stoppingToken).ConfigureAwait(false);
                await Task.Delay(TimeSpan.FromMinutes(1) / options().Polling.MaxPerMinute, clock, stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    /// <summary>Called under the ledger's lock, where no code of the host's may run; the alert's own way here has read the options.</summary>
    private void Await(ref AlertFacts facts, string sid)
    {
        if (latestOptions()?.Polling is not { Enabled: true } polling)
            return;

        var awaited = new AwaitedStatus(facts.Id.ToString()!, sid, facts.Channel == AlertChannel.Voice, clock.GetTimestamp()) { Pause = polling.FirstAfter };
        _schedule.Add(awaited, polling.FirstAfter);
    }

    private bool IsOver(AwaitedStatus awaited) =>
        ledger.FindBySid(awaited.Sid) is not { } entry || (HasEnded(awaited, entry) && !LacksPrice(awaited, entry));

    private static bool HasEnded(AwaitedStatus awaited, AlertEntry entry) =>
        awaited.IsCall ? CallProgress.IsFinal(entry.CallStatus) : MessageProgress.IsFinal(entry.MessageStatus);

    /// <summary>Whether the end was polled and the price did not come with it. Whoever has webhooks is not polled for prices.</summary>
    private static bool LacksPrice(AwaitedStatus awaited, AlertEntry entry) =>
        awaited.PricePolls is > 0 and <= MaxPricePolls
        && entry.Price is null
        && (entry.CallStatus == CallStatus.Completed || entry.MessageStatus is MessageStatus.Delivered or MessageStatus.Read or MessageStatus.Undelivered);

    private async Task AskAsync(AwaitedStatus awaited, CancellationToken stoppingToken)
    {
        try
        {
            if (awaited.IsCall)
                await AskForCallAsync(awaited, stoppingToken).ConfigureAwait(false);
            else
                await AskForMessageAsync(awaited, stoppingToken).ConfigureAwait(false);
        }
        catch (TwilioAlertException e)
        {
            AlertLog.PollFailed(logger, awaited.Sid, e.ErrorType);
        }
#pragma warning disable CA1031 // A replaced client may throw anything, and asking must go on.
        catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            AlertLog.PollFailed(logger, awaited.Sid, e.GetType().Name);
        }

        if (ledger.FindBySid(awaited.Sid) is { } entry && HasEnded(awaited, entry))
            awaited.PricePolls++;

        if (!IsOver(awaited))
            AskAgain(awaited);
    }

    private async Task AskForMessageAsync(AwaitedStatus awaited, CancellationToken stoppingToken)
    {
        if (await client.GetMessageStatusAsync(awaited.Sid, stoppingToken).ConfigureAwait(false) is not { } report)
            return;

        var update = new MessageStatusUpdate
        {
            MessageSid = awaited.Sid,
            Status = report.Status,
            AlertId = awaited.AlertId,
            ErrorCode = report.ErrorCode,
            Channel = ChannelAddress.ChannelOf(report.To),
            To = report.To,
            From = report.From,
            ReceivedAt = policyClock.GetUtcNow(),
            IsPolled = true,
        };
        await updates.ApplyAsync(update, stoppingToken).ConfigureAwait(false);
        if (report.Price is { } price)
            recorder.RecordPrice(awaited.Sid, price, report.PriceUnit);
    }

    private async Task AskForCallAsync(AwaitedStatus awaited, CancellationToken stoppingToken)
    {
        if (await client.GetCallStatusAsync(awaited.Sid, stoppingToken).ConfigureAwait(false) is not { } report)
            return;

        var update = new CallStatusUpdate
        {
            CallSid = awaited.Sid,
            Status = report.Status,
            AlertId = awaited.AlertId,
            AnsweredBy = report.AnsweredBy,
            Duration = report.Duration,
            To = report.To,
            From = report.From,
            HappenedAt = report.EndedAt ?? report.StartedAt,
            ReceivedAt = policyClock.GetUtcNow(),
            IsPolled = true,
        };
        await updates.ApplyAsync(update, stoppingToken).ConfigureAwait(false);
        if (report.Price is { } price)
            recorder.RecordPrice(awaited.Sid, price, report.PriceUnit);
    }

    private void AskAgain(AwaitedStatus awaited)
    {
        var polling = options().Polling;
        awaited.Pause = awaited.Pause + awaited.Pause < polling.LongestPause ? awaited.Pause + awaited.Pause : polling.LongestPause;
        if (clock.GetElapsedTime(awaited.Since) + awaited.Pause <= polling.GiveUpAfter)
            _schedule.Add(awaited, awaited.Pause);
        else if (awaited.PricePolls == 0)
            AlertLog.PollGivenUp(logger, awaited.Sid);
    }
}

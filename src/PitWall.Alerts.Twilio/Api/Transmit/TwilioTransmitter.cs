using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Gate, then transmit: the one layer that repeats a create, and the one that knows when it must not.</summary>
internal sealed class TwilioTransmitter(
    TwilioTransport transport,
    Reconciler reconciler,
    SidClaims claims,
    CreatesInFlight inFlight,
    CallbackSettlements settlements,
    AccountCircuit circuit,
    SendGate gate,
    Entropy entropy,
    TimeProvider clock,
    ILogger logger)
{
    private static readonly TimeSpan LeastValidity = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Creates a message or a call, exactly once as far as that can be known. What certainly was not sent gives its segments back.
    /// The request is disposed.
    /// </summary>
    /// <exception cref="AlertSuppressedException">Thrown when the gate is closed to it, or it expired or was given up before it was sent.</exception>
    /// <exception cref="TwilioAlertException">Thrown when it was refused, or may have been sent.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Transmission> CreateAsync(TwilioConnection connection, CreateRequest request, CancellationToken cancellationToken)
    {
        using var owned = request;

        // Before the budget is touched: what is cancelled already costs nothing.
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfClosed(request, gate.TryEnter(connection.Options, request));
        var place = inFlight.Enter(request);
        var isSettled = false;
        using var settled = settlements.Expect(connection.AlertCallback is null ? null : request.Context.AlertId);
        try
        {
            while (true)
            {
                var timeLeft = TimeLeft(request);
                ThrowIfHeldBack(connection.Options, request);
                if (request.Progress.Attempt > 0)
                    ThrowIfClosedMeanwhile(request);

                var content = Begin(request, timeLeft);
                TwilioAlertException failure;
                try
                {
                    using var answer = await transport
                        .SendAsync(connection, HttpMethod.Post, AddressOf(request, connection), content, cancellationToken)
                        .ConfigureAwait(false);
                    request.Context.Watch?.OnAnswer();
                    var taken = Read(connection, request, answer);
                    isSettled = true;
                    return taken;
                }
                catch (TwilioAlertException e)
                {
                    failure = e;
                    request.NoteFailure(mayHaveTakenEffect: e.Acceptance == TwilioAcceptance.Unknown);
                    if (e is TwilioApiException { ErrorCode: { } code } && code == TwilioErrorCode.OptedOut)
                        gate.NoteOptOut(request);
                }
                catch
                {
                    request.NoteFailure(mayHaveTakenEffect: content.HasStarted);
                    throw;
                }

                if (await RecoverAsync(connection, request, place, settled, failure, cancellationToken).ConfigureAwait(false) is not { } found)
                    continue;

                isSettled = true;
                return found;
            }
        }
        finally
        {
            gate.ReturnUnused(request);
            inFlight.Leave(place, mayHaveTakenEffect: !isSettled && request.MayHaveTakenEffect);
        }
    }

    private FormContent Begin(CreateRequest request, TimeSpan? timeLeft)
    {
        request.Progress.Begin(clock.GetTimestamp());
        request.Context.Watch?.OnAttempt(request.Progress.Attempt);
        return request.NextContent(timeLeft);
    }

    private static Uri AddressOf(CreateRequest request, TwilioConnection connection) =>
        request.Kind == CreateKind.Message ? connection.Messages : connection.Calls;

    private Transmission Read(TwilioConnection connection, CreateRequest request, TwilioAnswer answer)
    {
        if (!answer.IsSuccess)
            throw ApiFailure.From(answer);

        var created = CreatedReader.TryRead(answer.Body, request.ToAsWritten, request.From);
        if (created is null || !IsSidOf(request.Kind, created.Sid))
            throw TransportFailure.Unreadable(answer.StatusCode);

        claims.Claim(created.Sid!);
        request.NoteSuccess();
        circuit.Close(connection.Options);
        return new Transmission(created, answer.RequestId, request.Progress.Attempt, IsReconciled: false, request.IsCut);
    }

    /// <summary>Handles a failure: searches for what may have been created, or waits, or ends the send.</summary>
    /// <returns>What was created after all; <see langword="null"/> if it is to be tried again.</returns>
    private async Task<Transmission?> RecoverAsync(
        TwilioConnection connection,
        CreateRequest request,
        int place,
        CallbackSettlements.Expectation settled,
        TwilioAlertException failure,
        CancellationToken cancellationToken)
    {
        var options = connection.Options;
        switch (AttemptClassifier.OfCreate(failure))
        {
            case AttemptVerdict.Ambiguous:
                var found = await LookForAsync(connection, request, place, settled, failure, cancellationToken).ConfigureAwait(false);
                if (found.Verdict == ReconcileVerdict.Adopted)
                    return Adopted(request, found);

                if (!MaySendAgain(options, request, failure, found.Verdict))
                    throw request.Progress.Final(failure);

                AlertLog.SendingUnseenAgain(logger, request.Context.AlertId);
                break;

            case AttemptVerdict.Repeat:
                await WaitAsync(request, failure, options.Transmit, cancellationToken).ConfigureAwait(false);
                break;

            case AttemptVerdict.Condemned:
                if (circuit.Open(options, (TwilioApiException)failure))
                    AlertLog.CircuitOpened(logger, failure.Message);

                throw request.Progress.Final(failure);

            default:
                throw request.Progress.Final(failure);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return reconciler.Settle(settled) is { } told ? Adopted(request, told) : null;
    }

    private void ThrowIfClosedMeanwhile(CreateRequest request)
    {
        try
        {
            ThrowIfClosed(request, gate.WhyClosedMeanwhile(request));
        }
        catch (TwilioTransportException e)
        {
            throw request.Progress.Final(e);
        }
    }

    private void ThrowIfClosed(CreateRequest request, SuppressionReason reason)
    {
        if (reason == SuppressionReason.None)
            return;

        // An alert's suppression is logged where the alert ends.
        if (request.Context.AlertId is null)
            AlertLog.GateRefused(logger, reason);

        throw Suppressed(request, reason, SendGate.Sentence(reason, request.Context.IsCritical));
    }

    private async Task<ReconcileResult> LookForAsync(
        TwilioConnection connection,
        CreateRequest request,
        int place,
        CallbackSettlements.Expectation settled,
        TwilioAlertException failure,
        CancellationToken cancellationToken)
    {
        request.Progress.NoteUnsettled(failure);
        AlertLog.AnswerLost(logger, request.Context.AlertId, failure.ErrorType);
        request.Context.Watch?.OnHold($"Its answer was lost ({failure.ErrorType}); Twilio's list is searched for it.");
        return await reconciler
            .FindAsync(connection, request, place, request.Progress.UnsettledSince, settled, cancellationToken)
            .ConfigureAwait(false);
    }

    private Transmission Adopted(CreateRequest request, ReconcileResult found)
    {
        AlertLog.Reconciled(logger, request.Context.AlertId, found.Found!.Sid!);
        return new Transmission(found.Found, RequestId: null, request.Progress.Attempt, IsReconciled: true, request.IsCut);
    }

    /// <summary>
    /// Only a critical alert, only when the list was read to the end without it, and never after an answer that said "created":
    /// a duplicate remains possible, and for an order that must be heard it is the lesser evil. It is paid for like any other.
    /// </summary>
    private bool MaySendAgain(
        PitWallTwilioOptions options, CreateRequest request, TwilioAlertException failure, ReconcileVerdict verdict) =>
        verdict == ReconcileVerdict.NotSeen
        && request.Context.IsCritical
        && failure is not TwilioTransportException { StatusCode: HttpStatusCode.Created }
        && request.Progress.Attempt < options.Transmit.MaxAttempts
        && clock.GetElapsedTime(request.Progress.BeganAt) <= options.Transmit.MaxElapsed
        && IsWantedYet(request)
        && MayEnterAgain(options, request);

    private static bool IsWantedYet(CreateRequest request) =>
        request.Context.Watch is not { } watch || (watch.AbandonedBecause == SuppressionReason.None && watch.TimeLeft >= LeastValidity);

    private bool MayEnterAgain(PitWallTwilioOptions options, CreateRequest request)
    {
        try
        {
            return gate.TryEnter(options, request) == SuppressionReason.None;
        }
        catch (TwilioTransportException)
        {
            // The opt-out list failed. An earlier attempt may have arrived, and that remains the result.
            return false;
        }
    }

    private async Task WaitAsync(
        CreateRequest request, TwilioAlertException failure, TransmitOptions options, CancellationToken cancellationToken)
    {
        var delay = Backoff.Delay(request.Progress.Attempt, (failure as TwilioApiException)?.RetryAfter, entropy.NextDouble(), options);
        if (request.Progress.Attempt >= options.MaxAttempts
            || delay is not { } wait
            || clock.GetElapsedTime(request.Progress.BeganAt) + wait > options.MaxElapsed)
        {
            throw request.Progress.Final(failure);
        }

        AlertLog.Repeating(logger, request.Context.AlertId, failure.ErrorType, request.Progress.Attempt, wait.TotalMilliseconds);
        if (request.Context.Watch is not { } watch)
        {
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (watch.TimeLeft - wait < LeastValidity)
            throw Suppressed(request, SuppressionReason.Expired, $"The alert expires before it may be tried again ({failure.ErrorType}).");

        watch.OnHold(string.Create(
            CultureInfo.InvariantCulture, $"Attempt {request.Progress.Attempt} failed ({failure.ErrorType}); it is tried again in {wait.TotalSeconds:0.0} s."));

        // The watch alone cancels this wait; why it ended early is checked before the next attempt.
        await Task.Delay(wait, clock, watch.Abandoned).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>How long it is still worth sending; <see langword="null"/> if no limit is known.</summary>
    /// <exception cref="AlertSuppressedException">Thrown when it was cancelled or has expired.</exception>
    private static TimeSpan? TimeLeft(CreateRequest request)
    {
        if (request.Context.Watch is not { } watch)
            return null;

        if (watch.AbandonedBecause is var reason and not SuppressionReason.None)
            throw Suppressed(request, reason, "The alert was given up before it was sent.");

        var left = watch.TimeLeft;
        return left >= LeastValidity ? left : throw Suppressed(request, SuppressionReason.Expired, "The alert expired before it could be sent.");
    }

    private void ThrowIfHeldBack(PitWallTwilioOptions options, CreateRequest request)
    {
        if (!circuit.MayTry(options, request.Context.IsCritical, out var condemned))
            throw request.Progress.Final(Again(condemned!));
    }

    /// <summary>
    /// Why it is not sent, or not sent again. If an earlier attempt may have taken effect, that attempt's failure is the answer.
    /// </summary>
    private static Exception Suppressed(CreateRequest request, SuppressionReason reason, string sentence) =>
        request.Progress.Unsettled is { } lost ? request.Progress.Final(lost) : new AlertSuppressedException(reason, sentence);

    // Any server may answer with JSON that has a sid; Twilio's is recognised by its letters and digits.
    private static bool IsSidOf(CreateKind kind, string? sid) =>
        sid is not null && (kind == CreateKind.Message ? Sid.IsMessage(sid) : Sid.Is(sid, "CA"));

    // Reports the answer that opened the circuit as a new exception, because one exception must not be thrown on several stacks.
    private static TwilioApiException Again(TwilioApiException why) =>
        new(why.StatusCode, why.ErrorCode, "Requests are held back because the account was refused. " + why.Message, isTransient: false)
        {
            Acceptance = TwilioAcceptance.NotAccepted,
            MoreInfo = why.MoreInfo,
            RequestId = why.RequestId,
        };
}

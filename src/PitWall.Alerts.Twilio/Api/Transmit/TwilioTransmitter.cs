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
    /// </summary>
    /// <exception cref="AlertSuppressedException">Thrown when the gate is closed to it, or it expired or was given up before it was sent.</exception>
    /// <exception cref="TwilioAlertException">Thrown when it was refused, or may have been sent.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Transmission> CreateAsync(TwilioConnection connection, CreateRequest request, CancellationToken cancellationToken)
    {
        // Before the budget is touched: what is cancelled already costs nothing.
        cancellationToken.ThrowIfCancellationRequested();
        PassGate(connection.Options, request);
        var place = inFlight.Enter(request);
        var isSettled = false;
        using var settled = settlements.Expect(connection.AlertCallback is null ? null : request.Context.AlertId);
        try
        {
            var progress = new CreateProgress(clock.GetTimestamp());
            while (true)
            {
                var timeLeft = TimeLeft(request, progress);
                ThrowIfHeldBack(connection.Options, request, progress);
                var content = Begin(request, progress, timeLeft);
                TwilioAlertException failure;
                try
                {
                    using var answer = await transport
                        .SendAsync(connection, HttpMethod.Post, AddressOf(request, connection), content, cancellationToken)
                        .ConfigureAwait(false);
                    request.Context.Watch?.OnAnswer();
                    var taken = Read(connection, request, answer, progress);
                    isSettled = true;
                    return taken;
                }
                catch (TwilioAlertException e)
                {
                    failure = e;
                    request.NoteFailure(mayHaveTakenEffect: e.Acceptance == TwilioAcceptance.Unknown);
                }
                catch
                {
                    request.NoteFailure(mayHaveTakenEffect: content.HasStarted);
                    throw;
                }

                if (await RecoverAsync(connection, request, place, progress, settled, failure, cancellationToken).ConfigureAwait(false) is not { } found)
                    continue;

                isSettled = true;
                return found;
            }
        }
        catch (Exception e) when (!request.MayHaveTakenEffect)
        {
            gate.Return(request);
            if (e is TwilioApiException { ErrorCode: { } code } && code == TwilioErrorCode.OptedOut)
                gate.NoteOptOut(request);

            throw;
        }
        finally
        {
            inFlight.Leave(place, mayHaveTakenEffect: !isSettled && request.MayHaveTakenEffect);
        }
    }

    private FormContent Begin(CreateRequest request, CreateProgress progress, TimeSpan? timeLeft)
    {
        progress.Begin(clock);
        request.Context.Watch?.OnAttempt(progress.Attempt);
        return request.NextContent(timeLeft);
    }

    private static Uri AddressOf(CreateRequest request, TwilioConnection connection) =>
        request.Kind == CreateKind.Message ? connection.Messages : connection.Calls;

    private Transmission Read(TwilioConnection connection, CreateRequest request, TwilioAnswer answer, CreateProgress progress)
    {
        if (!answer.IsSuccess)
            throw ApiFailure.From(answer);

        var created = CreatedReader.TryRead(answer.Body, request.ToAsWritten, request.From);
        if (created is null || !IsSidOf(request.Kind, created.Sid))
            throw TransportFailure.Unreadable(answer.StatusCode);

        claims.Claim(created.Sid!);
        request.MayHaveTakenEffect = true;
        circuit.Close(connection.Options);
        return new Transmission(created, answer.RequestId, progress.Attempt, IsReconciled: false);
    }

    /// <summary>What follows a failure: looking for what may have been created, or waiting; or its end.</summary>
    /// <returns>What was created after all; <see langword="null"/> when it is to be tried again.</returns>
    private async Task<Transmission?> RecoverAsync(
        TwilioConnection connection,
        CreateRequest request,
        int place,
        CreateProgress progress,
        CallbackSettlements.Expectation settled,
        TwilioAlertException failure,
        CancellationToken cancellationToken)
    {
        var options = connection.Options;
        switch (AttemptClassifier.OfCreate(failure))
        {
            case AttemptVerdict.Ambiguous:
                var found = await LookForAsync(connection, request, place, progress, settled, failure, cancellationToken).ConfigureAwait(false);
                if (found.Verdict == ReconcileVerdict.Adopted)
                    return Adopted(request, progress, found);

                if (!MaySendAgain(options, request, progress, failure, found.Verdict))
                    throw progress.Final(failure);

                AlertLog.SendingUnseenAgain(logger, request.Context.AlertId);
                break;

            case AttemptVerdict.Repeat:
                await WaitAsync(request, progress, failure, options.Transmit, cancellationToken).ConfigureAwait(false);
                break;

            case AttemptVerdict.Condemned:
                if (circuit.Open(options, (TwilioApiException)failure))
                    AlertLog.CircuitOpened(logger, failure.Message);

                throw progress.Final(failure);

            default:
                throw progress.Final(failure);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return reconciler.Settle(settled) is { } told ? Adopted(request, progress, told) : null;
    }

    private void PassGate(PitWallTwilioOptions options, CreateRequest request)
    {
        var reason = gate.TryEnter(options, request);
        if (reason == SuppressionReason.None)
            return;

        // An alert's suppression is logged where the alert ends.
        if (request.Context.AlertId is null)
            AlertLog.GateRefused(logger, reason);

        throw new AlertSuppressedException(reason, SendGate.Sentence(reason, request.Context.IsCritical));
    }

    private async Task<ReconcileResult> LookForAsync(
        TwilioConnection connection,
        CreateRequest request,
        int place,
        CreateProgress progress,
        CallbackSettlements.Expectation settled,
        TwilioAlertException failure,
        CancellationToken cancellationToken)
    {
        progress.NoteUnsettled(failure);
        AlertLog.AnswerLost(logger, request.Context.AlertId, failure.ErrorType);
        request.Context.Watch?.OnHold($"Its answer was lost ({failure.ErrorType}); Twilio's list is searched for it.");
        return await reconciler
            .FindAsync(connection, request, place, progress.UnsettledSince, settled, cancellationToken)
            .ConfigureAwait(false);
    }

    private Transmission Adopted(CreateRequest request, CreateProgress progress, ReconcileResult found)
    {
        AlertLog.Reconciled(logger, request.Context.AlertId, found.Found!.Sid!);
        return new Transmission(found.Found, RequestId: null, progress.Attempt, IsReconciled: true);
    }

    /// <summary>
    /// Only a critical alert, only when the list was read to the end without it, and never after an answer that said "created":
    /// a duplicate remains possible, and for an order that must be heard it is the lesser evil. It is paid for like any other.
    /// </summary>
    private bool MaySendAgain(
        PitWallTwilioOptions options, CreateRequest request, CreateProgress progress, TwilioAlertException failure, ReconcileVerdict verdict) =>
        verdict == ReconcileVerdict.NotSeen
        && request.Context.IsCritical
        && failure is not TwilioTransportException { StatusCode: HttpStatusCode.Created }
        && progress.Attempt < options.Transmit.MaxAttempts
        && clock.GetElapsedTime(progress.BeganAt) <= options.Transmit.MaxElapsed
        && MayEnterAgain(options, request);

    private bool MayEnterAgain(PitWallTwilioOptions options, CreateRequest request)
    {
        try
        {
            return gate.TryEnter(options, request) == SuppressionReason.None;
        }
        catch (TwilioTransportException)
        {
            // The opt-out list failed. What left before may have arrived, and that is still the end.
            return false;
        }
    }

    private async Task WaitAsync(
        CreateRequest request, CreateProgress progress, TwilioAlertException failure, TransmitOptions options, CancellationToken cancellationToken)
    {
        var delay = Backoff.Delay(progress.Attempt, (failure as TwilioApiException)?.RetryAfter, entropy.NextDouble(), options);
        if (progress.Attempt >= options.MaxAttempts
            || delay is not { } wait
            || clock.GetElapsedTime(progress.BeganAt) + wait > options.MaxElapsed)
        {
            throw progress.Final(failure);
        }

        AlertLog.Repeating(logger, request.Context.AlertId, failure.ErrorType, progress.Attempt, wait.TotalMilliseconds);
        if (request.Context.Watch is not { } watch)
        {
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (watch.TimeLeft - wait < LeastValidity)
            throw Expired(progress, $"The alert expires before it may be tried again ({failure.ErrorType}).");

        watch.OnHold(string.Create(
            CultureInfo.InvariantCulture, $"Attempt {progress.Attempt} failed ({failure.ErrorType}); it is tried again in {wait.TotalSeconds:0.0} s."));

        // Whoever watches gives up through the watch alone; what ends the wait early is looked at before the next attempt.
        await Task.Delay(wait, clock, watch.Abandoned).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>How long it is still worth sending; <see langword="null"/> when nobody said so.</summary>
    /// <exception cref="AlertSuppressedException">Thrown when it was given up or is worth nothing any more.</exception>
    private static TimeSpan? TimeLeft(CreateRequest request, CreateProgress progress)
    {
        if (request.Context.Watch is not { } watch)
            return null;

        if (watch.AbandonedBecause is var reason and not SuppressionReason.None)
            throw progress.Unsettled is { } lost ? progress.Final(lost) : new AlertSuppressedException(reason, "The alert was given up before it was sent.");

        var left = watch.TimeLeft;
        return left >= LeastValidity ? left : throw Expired(progress, "The alert expired before it could be sent.");
    }

    private void ThrowIfHeldBack(PitWallTwilioOptions options, CreateRequest request, CreateProgress progress)
    {
        if (!circuit.MayTry(options, request.Context.IsCritical, out var condemned))
            throw progress.Final(Again(condemned!));
    }

    private static Exception Expired(CreateProgress progress, string sentence) =>
        progress.Unsettled is { } lost ? progress.Final(lost) : new AlertSuppressedException(SuppressionReason.Expired, sentence);

    // Anything may answer with JSON that has a sid; Twilio's is known by its letters and digits.
    private static bool IsSidOf(CreateKind kind, string? sid) =>
        sid is not null && (kind == CreateKind.Message ? Sid.IsMessage(sid) : Sid.Is(sid, "CA"));

    // The answer that opened the circuit is told again, as an exception of its own: one must not be thrown on several stacks.
    private static TwilioApiException Again(TwilioApiException why) =>
        new(why.StatusCode, why.ErrorCode, "Requests are held back because the account was refused. " + why.Message, isTransient: false)
        {
            Acceptance = TwilioAcceptance.NotAccepted,
            MoreInfo = why.MoreInfo,
            RequestId = why.RequestId,
        };
}

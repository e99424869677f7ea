using System.Net;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>The one layer that repeats a create, and the one that knows when it must not.</summary>
internal sealed class TwilioTransmitter(
    TwilioTransport transport,
    Reconciler reconciler,
    SidClaims claims,
    CreatesInFlight inFlight,
    CallbackSettlements settlements,
    AccountCircuit circuit,
    Entropy entropy,
    TimeProvider policyClock,
    TimeProvider clock,
    ILogger logger)
{
    /// <summary>Creates a message or a call, exactly once as far as that can be known.</summary>
    /// <exception cref="AlertSuppressedException">Thrown when the alert expired or was cancelled before it was sent.</exception>
    /// <exception cref="TwilioAlertException">Thrown when it was refused, or may have been sent.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<Transmission> CreateAsync(TwilioConnection connection, CreateRequest request, CancellationToken cancellationToken)
    {
        inFlight.Enter(request);
        using var settled = settlements.Expect(request.Context.AlertId);
        try
        {
            return await RepeatAsync(connection, request, settled, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            request.Form.Abandon();
            throw;
        }
        finally
        {
            inFlight.Leave(request);
        }
    }

    private async Task<Transmission> RepeatAsync(
        TwilioConnection connection, CreateRequest request, CallbackSettlements.Expectation settled, CancellationToken cancellationToken)
    {
        var options = connection.Options;
        var began = clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ThrowIfPointless(request);
            if (!circuit.MayTry(options, request.Context.IsCritical, out var condemned))
                throw Again(condemned!);

            request.Context.Watch?.OnAttempt(attempt);
            var startedAt = clock.GetTimestamp();
            TwilioAlertException failure;
            try
            {
                var created = await AttemptAsync(connection, request, cancellationToken).ConfigureAwait(false);
                circuit.Close(options);
                return created with { Attempts = attempt };
            }
            catch (TwilioAlertException e)
            {
                failure = e;
                failure.Attempts = attempt;
            }

            switch (AttemptClassifier.OfCreate(failure))
            {
                case AttemptVerdict.Ambiguous:
                    var found = await LookForAsync(connection, request, startedAt, settled, failure, cancellationToken).ConfigureAwait(false);
                    if (found.Verdict == ReconcileVerdict.Adopted)
                        return new Transmission(found.Found!, RequestId: null, attempt, IsReconciled: true);

                    if (!MaySendAgain(request, failure, found.Verdict) || attempt >= options.Transmit.MaxAttempts)
                        throw failure;

                    AlertLog.SendingUnseenAgain(logger, request.Context.AlertId);
                    continue;

                case AttemptVerdict.Repeat:
                    await WaitAsync(request, failure, attempt, began, options.Transmit, cancellationToken).ConfigureAwait(false);
                    continue;

                case AttemptVerdict.Condemned:
                    circuit.Open(options, (TwilioApiException)failure);
                    AlertLog.CircuitOpened(logger, failure.Message);
                    throw failure;

                default:
                    throw failure;
            }
        }
    }

    private async Task<Transmission> AttemptAsync(TwilioConnection connection, CreateRequest request, CancellationToken cancellationToken)
    {
        var uri = request.Kind == CreateKind.Message ? connection.Messages : connection.Calls;
        var content = new FormContent(request.Form.Written);
        using var answer = await transport
            .SendAsync(connection, HttpMethod.Post, uri, content, cancellationToken)
            .ConfigureAwait(false);

        if (!answer.IsSuccess)
            throw ApiFailure.From(answer);

        var created = TwilioJson.TryRead(answer.Body, TwilioJson.Default.CreatedResource);
        if (created?.Sid is not { Length: > 0 } sid)
            throw TransportFailure.Unreadable(answer.StatusCode);

        claims.TryClaim(sid);
        return new Transmission(created, answer.RequestId, Attempts: 1, IsReconciled: false);
    }

    private async Task<ReconcileResult> LookForAsync(
        TwilioConnection connection,
        CreateRequest request,
        long startedAt,
        CallbackSettlements.Expectation settled,
        TwilioAlertException failure,
        CancellationToken cancellationToken)
    {
        AlertLog.AnswerLost(logger, request.Context.AlertId, failure.ErrorType);
        var found = await reconciler.FindAsync(connection, request, startedAt, settled, cancellationToken).ConfigureAwait(false);
        if (found.Verdict == ReconcileVerdict.Adopted)
            AlertLog.Reconciled(logger, request.Context.AlertId, found.Found!.Sid!);

        return found;
    }

    /// <summary>
    /// Only a critical alert, only when the list was read to the end without it, and never after an answer that said "created":
    /// a duplicate remains possible, and for an order that must be heard it is the lesser evil.
    /// </summary>
    private static bool MaySendAgain(CreateRequest request, TwilioAlertException failure, ReconcileVerdict verdict) =>
        verdict == ReconcileVerdict.NotSeen
        && request.Context.IsCritical
        && failure is not TwilioTransportException { StatusCode: HttpStatusCode.Created };

    private async Task WaitAsync(
        CreateRequest request, TwilioAlertException failure, int attempt, long began, TransmitOptions options, CancellationToken cancellationToken)
    {
        var delay = Backoff.Delay(attempt, (failure as TwilioApiException)?.RetryAfter, entropy.NextDouble(), options);
        if (attempt >= options.MaxAttempts || delay is not { } wait || clock.GetElapsedTime(began) + wait > options.MaxElapsed)
            throw failure;

        AlertLog.Repeating(logger, request.Context.AlertId, failure.ErrorType, attempt, wait.TotalMilliseconds);
        await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
    }

    private void ThrowIfPointless(CreateRequest request)
    {
        if (request.Context.Watch is { IsAbandoned: true })
            throw new AlertSuppressedException(SuppressionReason.Cancelled, "The alert was cancelled before it was sent.");

        if (request.Context.ExpiresAt is { } expiry && expiry - policyClock.GetUtcNow() < TimeSpan.FromSeconds(1))
            throw new AlertSuppressedException(SuppressionReason.Expired, "The alert expired before it could be sent.");
    }

    // The answer that opened the circuit is told again, as an exception of its own: one must not be thrown on several stacks.
    private static TwilioApiException Again(TwilioApiException why) =>
        new(why.StatusCode, why.ErrorCode, "Requests are held back because the account was refused. " + why.Message, isTransient: false)
        {
            Acceptance = TwilioAcceptance.NotAccepted,
            MoreInfo = why.MoreInfo,
            RequestId = why.RequestId,
        };
}

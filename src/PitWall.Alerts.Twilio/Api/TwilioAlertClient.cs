using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>The client over Twilio's public REST API, version 2010-04-01.</summary>
internal sealed class TwilioAlertClient(
    ConnectionSource connections,
    SmsWriter texts,
    WhatsAppWriter whatsApps,
    CallWriter calls,
    SendGate gate,
    TwilioTransmitter transmitter,
    TwilioQueries queries,
    HealthProbe health,
    ILogger logger) : ITwilioAlertClient
{
    public bool IsConfigured => connections.Current.Options.IsConfigured;

    public async Task<MessageReceipt?> SendSmsAsync(SmsMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var connection = connections.Current;
        using var request = connection.Options.HasCredentials ? texts.Write(message, connection) : null;
        return request is null ? null : Receipts.OfMessage(await CreateAsync(connection, request, cancellationToken).ConfigureAwait(false));
    }

    public async Task<MessageReceipt?> SendWhatsAppAsync(WhatsAppMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var connection = connections.Current;
        using var request = connection.Options.HasCredentials ? whatsApps.Write(message, connection) : null;
        return request is null ? null : Receipts.OfMessage(await CreateAsync(connection, request, cancellationToken).ConfigureAwait(false));
    }

    public async Task<CallReceipt?> PlaceCallAsync(VoiceCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        var connection = connections.Current;
        using var request = connection.Options.HasCredentials ? calls.Write(call, connection) : null;
        return request is null
            ? null
            : Receipts.OfCall(await CreateAsync(connection, request, cancellationToken).ConfigureAwait(false), request.IsCut);
    }

    public async Task<MessageStatusReport?> GetMessageStatusAsync(string messageSid, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messageSid);
        if (!Sid.IsMessage(messageSid))
            throw RequestRules.Refuse(nameof(messageSid), "must be SM or MM and 32 hexadecimal digits.");

        var connection = connections.Current;
        if (!connection.Options.HasCredentials)
            return null;

        var message = await queries
            .GetAsync(connection, connection.Message(messageSid), TwilioJson.Default.MessageResource, cancellationToken)
            .ConfigureAwait(false);
        return StatusReports.Of(message);
    }

    public async Task<CallStatusReport?> GetCallStatusAsync(string callSid, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(callSid);
        if (!Sid.IsCall(callSid))
            throw RequestRules.Refuse(nameof(callSid), "must be CA and 32 hexadecimal digits.");

        var connection = connections.Current;
        if (!connection.Options.HasCredentials)
            return null;

        var call = await queries
            .GetAsync(connection, connection.Call(callSid), TwilioJson.Default.CallResource, cancellationToken)
            .ConfigureAwait(false);
        return StatusReports.Of(call);
    }

    public Task<TwilioHealthReport> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        health.CheckAsync(connections.Current, cancellationToken);

    /// <summary>Gate, then transmit. What certainly was not sent gives its segments back.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Transmission> CreateAsync(TwilioConnection connection, CreateRequest request, CancellationToken cancellationToken)
    {
        // Before the budget is touched: what is cancelled already costs nothing.
        cancellationToken.ThrowIfCancellationRequested();
        var reason = gate.TryEnter(connection.Options, request);
        if (reason != SuppressionReason.None)
        {
            // An alert's suppression is logged where the alert ends.
            if (request.Context.AlertId is null)
                AlertLog.GateRefused(logger, reason);

            throw new AlertSuppressedException(reason, SendGate.Sentence(reason, request.Context.IsCritical));
        }

        try
        {
            return await transmitter.CreateAsync(connection, request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!request.MayHaveTakenEffect)
        {
            gate.Return(request);
            if (e is TwilioApiException { ErrorCode: { } code } && code == TwilioErrorCode.OptedOut)
                gate.NoteOptOut(request);

            throw;
        }
    }
}

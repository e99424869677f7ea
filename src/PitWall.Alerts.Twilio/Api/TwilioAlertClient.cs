using Microsoft.Extensions.Logging;
using PitWall.Alerts.Twilio.Diagnostics;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>The client over Twilio's public REST API, version 2010-04-01.</summary>
internal sealed class TwilioAlertClient(
    ConnectionSource connections,
    RequestWriter writer,
    SendGate gate,
    TwilioTransmitter transmitter,
    TwilioQueries queries,
    HealthProbe health,
    ILogger logger) : ITwilioAlertClient
{
    public bool IsConfigured => connections.Current.Options.IsConfigured;

    public Task<MessageReceipt?> SendSmsAsync(SmsMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var connection = connections.Current;
        return CreateMessageAsync(connection, connection.Options.HasCredentials ? writer.Write(message, connection) : null, cancellationToken);
    }

    public Task<MessageReceipt?> SendWhatsAppAsync(WhatsAppMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var connection = connections.Current;
        return CreateMessageAsync(connection, connection.Options.HasCredentials ? writer.Write(message, connection) : null, cancellationToken);
    }

    public async Task<CallReceipt?> PlaceCallAsync(VoiceCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        var connection = connections.Current;
        using var request = connection.Options.HasCredentials ? writer.Write(call, connection) : null;
        if (request is null)
            return null;

        var (resource, requestId, attempts, isReconciled) = await CreateAsync(connection, request, cancellationToken).ConfigureAwait(false);
        return new CallReceipt
        {
            Sid = resource.Sid!,
            Status = WireValues.Call(resource.Status),
            To = resource.To,
            From = resource.From,
            CreatedAt = WireValues.Date(resource.DateCreated),
            RequestId = requestId,
            Attempts = attempts,
            IsReconciled = isReconciled,
        };
    }

    public async Task<MessageStatusReport?> GetMessageStatusAsync(string messageSid, CancellationToken cancellationToken = default)
    {
        if (!Sid.IsMessage(messageSid))
            throw RequestRules.Refuse(nameof(messageSid), "is not SM or MM and 32 hexadecimal digits.");

        var connection = connections.Current;
        if (!connection.Options.HasCredentials)
            return null;

        var m = await queries
            .GetAsync(connection, connection.Message(messageSid), TwilioJson.Default.MessageResource, cancellationToken)
            .ConfigureAwait(false);
        return new MessageStatusReport
        {
            Sid = m.Sid ?? messageSid,
            Status = WireValues.Message(m.Status),
            StatusText = m.Status,
            To = m.To,
            From = m.From,
            ErrorCode = m.ErrorCode is { } code ? new TwilioErrorCode(code) : null,
            ErrorMessage = m.ErrorMessage,
            Segments = WireValues.Int32(m.NumSegments),
            Price = WireValues.Amount(m.Price),
            PriceUnit = m.PriceUnit?.ToUpperInvariant(),
            CreatedAt = WireValues.Date(m.DateCreated),
            SentAt = WireValues.Date(m.DateSent),
            UpdatedAt = WireValues.Date(m.DateUpdated),
        };
    }

    public async Task<CallStatusReport?> GetCallStatusAsync(string callSid, CancellationToken cancellationToken = default)
    {
        if (!Sid.Is(callSid, "CA"))
            throw RequestRules.Refuse(nameof(callSid), "is not CA and 32 hexadecimal digits.");

        var connection = connections.Current;
        if (!connection.Options.HasCredentials)
            return null;

        var c = await queries
            .GetAsync(connection, connection.Call(callSid), TwilioJson.Default.CallResource, cancellationToken)
            .ConfigureAwait(false);
        return new CallStatusReport
        {
            Sid = c.Sid ?? callSid,
            Status = WireValues.Call(c.Status),
            StatusText = c.Status,
            To = c.To,
            From = c.From,
            AnsweredBy = c.AnsweredBy,
            Duration = WireValues.Seconds(c.Duration),
            QueueTime = WireValues.Milliseconds(c.QueueTime),
            Price = WireValues.Amount(c.Price),
            PriceUnit = c.PriceUnit?.ToUpperInvariant(),
            CreatedAt = WireValues.Date(c.DateCreated),
            StartedAt = WireValues.Date(c.StartTime),
            EndedAt = WireValues.Date(c.EndTime),
        };
    }

    public Task<TwilioHealthReport> CheckHealthAsync(CancellationToken cancellationToken = default) =>
        health.CheckAsync(connections.Current, cancellationToken);

    private async Task<MessageReceipt?> CreateMessageAsync(
        TwilioConnection connection, CreateRequest? request, CancellationToken cancellationToken)
    {
        using (request)
        {
            if (request is null)
                return null;

            var (resource, requestId, attempts, isReconciled) = await CreateAsync(connection, request, cancellationToken).ConfigureAwait(false);
            return new MessageReceipt
            {
                Sid = resource.Sid!,
                Status = WireValues.Message(resource.Status),
                To = resource.To,
                From = resource.From,
                Segments = WireValues.Int32(resource.NumSegments),
                CreatedAt = WireValues.Date(resource.DateCreated),
                RequestId = requestId,
                Attempts = attempts,
                IsReconciled = isReconciled,
            };
        }
    }

    /// <summary>Gate, then transmit. What certainly was not sent gives its segments back.</summary>
    private async Task<Transmission> CreateAsync(TwilioConnection connection, CreateRequest request, CancellationToken cancellationToken)
    {
        var reason = gate.TryEnter(connection.Options, request);
        if (reason != SuppressionReason.None)
        {
            // An alert's suppression is logged where the alert ends.
            if (request.Context.AlertId is null)
                AlertLog.GateRefused(logger, reason);

            throw new AlertSuppressedException(reason, SendGate.Sentence(reason));
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

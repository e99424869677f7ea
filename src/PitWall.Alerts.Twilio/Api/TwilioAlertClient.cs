namespace PitWall.Alerts.Twilio.Api;

/// <summary>The client over Twilio's public REST API, version 2010-04-01.</summary>
internal sealed class TwilioAlertClient(
    ConnectionSource connections,
    SmsWriter texts,
    WhatsAppWriter whatsApps,
    CallWriter calls,
    TwilioTransmitter transmitter,
    TwilioQueries queries,
    HealthProbe health) : ITwilioAlertClient
{
    public bool IsConfigured => connections.Current.Options.IsConfigured;

    public async Task<MessageReceipt?> SendSmsAsync(SmsMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Receipts.OfMessage(await CreateAsync(message, cancellationToken).ConfigureAwait(false));
    }

    public async Task<MessageReceipt?> SendWhatsAppAsync(WhatsAppMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Receipts.OfMessage(await CreateAsync(message, cancellationToken).ConfigureAwait(false));
    }

    public async Task<CallReceipt?> PlaceCallAsync(VoiceCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Receipts.OfCall(await CreateAsync(call, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Sends a text, for callers that wait for many: no task is allocated for it.</summary>
    /// <returns>What Twilio accepted; none if there is nothing to send with.</returns>
    public ValueTask<Transmission> CreateAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        var connection = connections.Current;
        return CreateAsync(connection, connection.Options.HasCredentials ? texts.Write(message, connection) : null, cancellationToken);
    }

    /// <summary>Sends a WhatsApp message in the same way.</summary>
    /// <inheritdoc cref="CreateAsync(SmsMessage, CancellationToken)"/>
    public ValueTask<Transmission> CreateAsync(WhatsAppMessage message, CancellationToken cancellationToken)
    {
        var connection = connections.Current;
        return CreateAsync(connection, connection.Options.HasCredentials ? whatsApps.Write(message, connection) : null, cancellationToken);
    }

    /// <summary>Places a call in the same way.</summary>
    /// <inheritdoc cref="CreateAsync(SmsMessage, CancellationToken)"/>
    public ValueTask<Transmission> CreateAsync(VoiceCall call, CancellationToken cancellationToken)
    {
        var connection = connections.Current;
        return CreateAsync(connection, connection.Options.HasCredentials ? calls.Write(call, connection) : null, cancellationToken);
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

    private ValueTask<Transmission> CreateAsync(TwilioConnection connection, CreateRequest? request, CancellationToken cancellationToken) =>
        request is null ? default : transmitter.CreateAsync(connection, request, cancellationToken);
}

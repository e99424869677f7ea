namespace PitWall.Alerts.Twilio;

/// <summary>A thin client for Twilio's REST API: it does exactly what it is asked, once, and throws if that fails. Thread-safe.</summary>
/// <remarks>
/// Every create passes the gate (<see cref="GateOptions"/>) and the one layer that repeats requests (<see cref="TransmitOptions"/>),
/// and nothing else: no deduplication, no limits, no queue. Those belong to <see cref="IPitWallAlerts"/>. Methods return
/// <see langword="null"/> if credentials or the sender they need are missing.
/// </remarks>
public interface ITwilioAlertClient
{
    /// <summary>Whether credentials and at least one sender are configured.</summary>
    bool IsConfigured { get; }

    /// <summary>Sends a text message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels the request. A message that Twilio already accepted stays sent.</param>
    /// <returns>Twilio's receipt; <see langword="null"/> if credentials or a sender are missing.</returns>
    /// <exception cref="ArgumentException">
    /// Thrown when a field breaks one of Twilio's rules; the message names field and rule. Nothing was sent.
    /// </exception>
    /// <exception cref="AlertSuppressedException">Thrown when the gate holds the message back. Nothing was sent.</exception>
    /// <exception cref="TwilioApiException">Thrown when Twilio refuses the message.</exception>
    /// <exception cref="TwilioTransportException">
    /// Thrown when there is no usable answer; see <see cref="TwilioAlertException.Acceptance"/>. Also thrown when the
    /// <see cref="IOptOutList"/> failed; then nothing was sent, and <see cref="TwilioAlertException.Attempts"/> is 0.
    /// </exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    Task<MessageReceipt?> SendSmsAsync(SmsMessage message, CancellationToken cancellationToken = default);

    /// <summary>Sends a WhatsApp message, free text or an approved template.</summary>
    /// <inheritdoc cref="SendSmsAsync"/>
    Task<MessageReceipt?> SendWhatsAppAsync(WhatsAppMessage message, CancellationToken cancellationToken = default);

    /// <summary>Places a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Cancels the request. A call that Twilio already accepted is placed.</param>
    /// <returns>Twilio's receipt; <see langword="null"/> if credentials or a caller are missing.</returns>
    /// <inheritdoc cref="SendSmsAsync"/>
    Task<CallReceipt?> PlaceCallAsync(VoiceCall call, CancellationToken cancellationToken = default);

    /// <summary>Gets the status of a message from Twilio.</summary>
    /// <param name="messageSid">The message SID: <c>SM</c> or <c>MM</c> and 32 hexadecimal digits.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What Twilio knows; <see langword="null"/> if credentials are missing.</returns>
    /// <exception cref="ArgumentException">Thrown when <paramref name="messageSid"/> is not a message SID.</exception>
    /// <exception cref="TwilioApiException">Thrown when Twilio does not know the message, or refuses to answer.</exception>
    /// <exception cref="TwilioTransportException">Thrown when there is no usable answer.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    Task<MessageStatusReport?> GetMessageStatusAsync(string messageSid, CancellationToken cancellationToken = default);

    /// <summary>Gets the status of a call from Twilio.</summary>
    /// <param name="callSid">The call SID: <c>CA</c> and 32 hexadecimal digits.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>What Twilio knows; <see langword="null"/> if credentials are missing.</returns>
    /// <exception cref="ArgumentException">Thrown when <paramref name="callSid"/> is not a call SID.</exception>
    /// <inheritdoc cref="GetMessageStatusAsync"/>
    Task<CallStatusReport?> GetCallStatusAsync(string callSid, CancellationToken cancellationToken = default);

    /// <summary>Checks whether the account can be reached and used, and which senders it owns. Sends nothing.</summary>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>The report; never <see langword="null"/>. A failure is reported in it, not thrown.</returns>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    Task<TwilioHealthReport> CheckHealthAsync(CancellationToken cancellationToken = default);
}

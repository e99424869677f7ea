namespace PitWall.Alerts.Twilio;

/// <summary>Twilio's REST API, thin and faithful: it does what it is asked, once, and throws when that fails. Thread-safe.</summary>
/// <remarks>
/// Every create passes the gate (<see cref="GateOptions"/>) and the one layer that repeats requests
/// (<see cref="TransmitOptions"/>), and nothing else: no deduplication, no limits, no queue. Those belong to
/// <see cref="IPitWallAlerts"/>. Methods answer <see langword="null"/> when credentials or the sender they need are missing.
/// </remarks>
public interface ITwilioAlertClient
{
    /// <summary>Whether there are credentials and at least one sender.</summary>
    bool IsConfigured { get; }

    /// <summary>Sends a text message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives the request up. A message that Twilio already took stays sent.</param>
    /// <returns>Twilio's receipt; <see langword="null"/> when credentials or a sender are missing.</returns>
    /// <exception cref="ArgumentException">Thrown when a field breaks a rule of Twilio's; the text names field and rule. Nothing was sent.</exception>
    /// <exception cref="AlertSuppressedException">Thrown when the gate holds the message back. Nothing was sent.</exception>
    /// <exception cref="TwilioApiException">Thrown when Twilio refuses the message.</exception>
    /// <exception cref="TwilioTransportException">
    /// Thrown when there is no usable answer; see <see cref="TwilioAlertException.Acceptance"/>. Also thrown when the
    /// <see cref="IOptOutList"/> failed: nothing was sent then, and <see cref="TwilioAlertException.Attempts"/> is 0.
    /// </exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    Task<MessageReceipt?> SendSmsAsync(SmsMessage message, CancellationToken cancellationToken = default);

    /// <summary>Sends a WhatsApp message, free text or an approved template.</summary>
    /// <inheritdoc cref="SendSmsAsync"/>
    Task<MessageReceipt?> SendWhatsAppAsync(WhatsAppMessage message, CancellationToken cancellationToken = default);

    /// <summary>Places a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Gives the request up. A call that Twilio already took is placed.</param>
    /// <returns>Twilio's receipt; <see langword="null"/> when credentials or a caller are missing.</returns>
    /// <inheritdoc cref="SendSmsAsync"/>
    Task<CallReceipt?> PlaceCallAsync(VoiceCall call, CancellationToken cancellationToken = default);

    /// <summary>Asks what became of a message.</summary>
    /// <param name="messageSid">The message SID: <c>SM</c> or <c>MM</c> and 32 hexadecimal digits.</param>
    /// <param name="cancellationToken">Gives the question up.</param>
    /// <returns>What Twilio knows; <see langword="null"/> when credentials are missing.</returns>
    /// <exception cref="ArgumentException">Thrown when <paramref name="messageSid"/> is not a message SID.</exception>
    /// <exception cref="TwilioApiException">Thrown when Twilio knows no such message, or refuses to say.</exception>
    /// <exception cref="TwilioTransportException">Thrown when there is no usable answer.</exception>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    Task<MessageStatusReport?> GetMessageStatusAsync(string messageSid, CancellationToken cancellationToken = default);

    /// <summary>Asks what became of a call.</summary>
    /// <param name="callSid">The call SID: <c>CA</c> and 32 hexadecimal digits.</param>
    /// <param name="cancellationToken">Gives the question up.</param>
    /// <returns>What Twilio knows; <see langword="null"/> when credentials are missing.</returns>
    /// <exception cref="ArgumentException">Thrown when <paramref name="callSid"/> is not a call SID.</exception>
    /// <inheritdoc cref="GetMessageStatusAsync"/>
    Task<CallStatusReport?> GetCallStatusAsync(string callSid, CancellationToken cancellationToken = default);

    /// <summary>Asks whether the account can be reached and used, and which senders it owns. Sends nothing.</summary>
    /// <param name="cancellationToken">Gives the question up.</param>
    /// <returns>The report; never <see langword="null"/>, and a failure is in it rather than thrown.</returns>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    Task<TwilioHealthReport> CheckHealthAsync(CancellationToken cancellationToken = default);
}

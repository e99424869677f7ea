namespace PitWall.Alerts.Twilio;

/// <summary>
/// Processes Twilio's webhook requests: verifies them, applies them to the ledger and the opt-out list, and calls the host's handlers.
/// It needs no web framework; the ASP.NET Core companion is a thin layer over it. Thread-safe.
/// </summary>
/// <remarks>
/// Nothing here throws because of what a request contains: a forged, damaged or foreign request gets its answer. An exception from a
/// host's <see cref="IOptOutList"/> at a STOP or START is passed on, so that Twilio gets no success answer and may send it again.
/// </remarks>
public interface ITwilioWebhooks
{
    /// <summary>The options in force, for the code that passes requests on: the public address and the longest body.</summary>
    WebhookOptions Options { get; }

    /// <summary>Verifies that a request comes from Twilio and is signed with one of this account's tokens.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The verdict; trust only <see cref="TwilioSignatureVerdict.Valid"/>.</returns>
    TwilioSignatureVerdict Verify(TwilioWebhookRequest request);

    /// <summary>Processes the status callback of a message or a call.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait for handlers.</param>
    /// <returns>The answer: 204, or 400 or 403.</returns>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    Task<TwilioWebhookAnswer> ReceiveStatusAsync(TwilioWebhookRequest request, CancellationToken cancellationToken = default);

    /// <summary>Processes a message that was sent to one of the account's numbers.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait for handlers.</param>
    /// <returns>The answer: 200 with TwiML that sends no reply, or 400 or 403.</returns>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    Task<TwilioWebhookAnswer> ReceiveMessageAsync(TwilioWebhookRequest request, CancellationToken cancellationToken = default);

    /// <summary>Returns what an answered call says, or processes the key that was pressed.</summary>
    /// <param name="token">The token in the URL with which the call was placed.</param>
    /// <param name="request">The request.</param>
    /// <returns>The answer: 200 with TwiML, which hangs up if the token is unknown, or 403.</returns>
    TwilioWebhookAnswer AnswerCall(string token, TwilioWebhookRequest request);
}

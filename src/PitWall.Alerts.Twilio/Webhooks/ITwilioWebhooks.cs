namespace PitWall.Alerts.Twilio;

/// <summary>
/// Takes what Twilio tells a host: verifies it, applies it to the ledger and the opt-out list, and tells the host's handlers. It needs
/// no web framework; the ASP.NET Core companion is a thin layer over it. Thread-safe.
/// </summary>
/// <remarks>
/// Nothing here throws for what a request contains: a forged, damaged or foreign one gets its answer. What a host's
/// <see cref="IOptOutList"/> throws at a STOP or START is thrown on, so that Twilio is not told it was taken and may bring it again.
/// </remarks>
public interface ITwilioWebhooks
{
    /// <summary>The options in force, for whoever brings the requests: the public address and the longest body.</summary>
    WebhookOptions Options { get; }

    /// <summary>Whether a request comes from Twilio and is meant for this account's tokens.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The verdict; only <see cref="TwilioSignatureVerdict.Valid"/> may be believed.</returns>
    TwilioSignatureVerdict Verify(TwilioWebhookRequest request);

    /// <summary>Takes the status callback of a message or a call.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait for handlers.</param>
    /// <returns>What to answer: 204, or 400 or 403.</returns>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    Task<TwilioWebhookAnswer> ReceiveStatusAsync(TwilioWebhookRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes a message that somebody wrote to one of the account's numbers.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait for handlers.</param>
    /// <returns>What to answer: 200 with TwiML that replies nothing, or 400 or 403.</returns>
    /// <exception cref="OperationCanceledException">Thrown when <paramref name="cancellationToken"/> was cancelled.</exception>
    Task<TwilioWebhookAnswer> ReceiveMessageAsync(TwilioWebhookRequest request, CancellationToken cancellationToken = default);

    /// <summary>Tells a call that was answered what to say, or takes the key that was pressed.</summary>
    /// <param name="token">The token in the URL that the call was placed with.</param>
    /// <param name="request">The request.</param>
    /// <returns>What to answer: 200 with TwiML, which for an unknown token hangs up, or 403.</returns>
    TwilioWebhookAnswer AnswerCall(string token, TwilioWebhookRequest request);
}

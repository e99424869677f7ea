namespace PitWall.Alerts.Twilio.Webhooks;

/// <summary>Where reports go that belong to an alert. Delivery's ledger stands behind it; this room does not know it.</summary>
internal interface IStatusRecorder
{
    /// <summary>What the alert's record knows of a message, but for the times; <see langword="null"/> for nothing.</summary>
    StatusTrail<MessageStatus>? FindMessage(string sid);

    /// <summary>What the alert's record knows of a call, but for the times; <see langword="null"/> for nothing.</summary>
    StatusTrail<CallStatus>? FindCall(string sid);

    /// <summary>Enters what is known of a message, once or again.</summary>
    /// <param name="alertId">The alert that the callback's URL named; <see langword="null"/> for none.</param>
    /// <param name="sid">The message.</param>
    /// <param name="trail">All that is known of it.</param>
    /// <returns>The alert it belongs to; <see langword="null"/> if it belongs to none, or none yet.</returns>
    string? Record(string? alertId, string sid, StatusTrail<MessageStatus> trail);

    /// <summary>Enters what is known of a call, once or again.</summary>
    /// <param name="alertId">The alert that the callback's URL named; <see langword="null"/> for none.</param>
    /// <param name="sid">The call.</param>
    /// <param name="trail">All that is known of it.</param>
    /// <returns>The alert it belongs to; <see langword="null"/> if it belongs to none, or none yet.</returns>
    string? Record(string? alertId, string sid, StatusTrail<CallStatus> trail);

    /// <summary>Records what a message or call has cost.</summary>
    void RecordPrice(string sid, decimal price, string? unit);

    /// <summary>Records that a person has confirmed having heard an alert.</summary>
    void RecordHeard(string alertId, string callSid, DateTimeOffset at);
}

namespace PitWall.Alerts.Twilio;

/// <summary>The recipient of an alert and the channel to use. A phone number string converts implicitly to an SMS recipient.</summary>
/// <example><code>
/// await alerts.SendStrategyAlertAsync(alert, "+34600111222", ct);
/// await alerts.SendCriticalAlertAsync(alert, new AlertRecipient("+34600111222", AlertChannel.Voice), ct);
/// </code></example>
public sealed record AlertRecipient
{
    /// <summary>Creates a recipient.</summary>
    /// <param name="phoneNumber">
    /// The number, in E.164 (<c>+34600111222</c>) or as people write it; national numbers need a default region in the options. A
    /// <c>whatsapp:</c> prefix makes <paramref name="channel"/> <see cref="AlertChannel.WhatsApp"/>.
    /// </param>
    /// <param name="channel">The channel. Default <see cref="AlertChannel.Sms"/>.</param>
    /// <remarks>
    /// Whether there is such a number is found when an alert is sent: a wrong or an empty one is a result with the reason
    /// <see cref="SuppressionReason.InvalidNumber"/> and not an exception.
    /// </remarks>
    /// <exception cref="ArgumentException">Thrown when <paramref name="phoneNumber"/> begins with <c>whatsapp:</c> and
    /// <paramref name="channel"/> is <see cref="AlertChannel.Voice"/>.</exception>
    /// <exception cref="ArgumentNullException">Thrown when <paramref name="phoneNumber"/> is <see langword="null"/>.</exception>
    public AlertRecipient(string phoneNumber, AlertChannel channel = AlertChannel.Sms)
    {
        ArgumentNullException.ThrowIfNull(phoneNumber);
        var isWhatsApp = phoneNumber.StartsWith("whatsapp:", StringComparison.OrdinalIgnoreCase);
        if (isWhatsApp && channel == AlertChannel.Voice)
            throw new ArgumentException("A number that begins with whatsapp: cannot be called.", nameof(channel));

        PhoneNumber = phoneNumber;
        Channel = isWhatsApp ? AlertChannel.WhatsApp : channel;
    }

    /// <summary>Creates a recipient of a number that was read already.</summary>
    /// <param name="phoneNumber">The number, such as <see cref="AlertEntry.Recipient"/>.</param>
    /// <param name="channel">The channel. Default <see cref="AlertChannel.Sms"/>.</param>
    public AlertRecipient(E164PhoneNumber phoneNumber, AlertChannel channel = AlertChannel.Sms)
        : this(phoneNumber.ToString(), channel)
    {
    }

    /// <summary>The number as it was given.</summary>
    public string PhoneNumber { get; }

    /// <summary>The channel.</summary>
    public AlertChannel Channel { get; init; }

    /// <summary>
    /// Whether Twilio's SMS pumping protection checks texts to this recipient. Default <see langword="null"/>: the account's
    /// setting. Set it to <see langword="false"/> for an on-call crew that receives the same texts repeatedly, which the protection
    /// sometimes mistakes for fraud.
    /// </summary>
    /// <remarks>Parameter <c>RiskCheck</c> of Twilio's Message resource.</remarks>
    public bool? RiskCheck { get; init; }

    /// <summary>Converts a phone number to an SMS recipient.</summary>
    /// <param name="phoneNumber">The number.</param>
    public static implicit operator AlertRecipient(string phoneNumber) => new(phoneNumber);

    /// <summary>Creates an SMS recipient from a phone number.</summary>
    /// <param name="phoneNumber">The number.</param>
    /// <returns>The recipient.</returns>
    public static AlertRecipient FromString(string phoneNumber) => new(phoneNumber);

    /// <summary>Makes an SMS recipient of a number that was read already.</summary>
    /// <param name="phoneNumber">The number.</param>
    public static implicit operator AlertRecipient(E164PhoneNumber phoneNumber) => new(phoneNumber);

    /// <summary>Makes an SMS recipient of a number that was read already.</summary>
    /// <param name="phoneNumber">The number.</param>
    /// <returns>The recipient.</returns>
    public static AlertRecipient FromE164PhoneNumber(E164PhoneNumber phoneNumber) => new(phoneNumber);

    /// <summary>Returns the channel only: a number does not belong in a log.</summary>
    /// <returns>The name of the channel.</returns>
    public override string ToString() => $"{nameof(AlertRecipient)} {{ Channel = {Channel} }}";
}

namespace PitWall.Alerts.Twilio;

/// <summary>The text of an alert as it is sent, and what it costs. Immutable.</summary>
public readonly record struct FormattedAlert
{
    /// <summary>The body of the SMS or WhatsApp message; on <see cref="AlertChannel.Voice"/> the words to speak, not yet TwiML.</summary>
    public required string Text { get => field ?? string.Empty; init; }

    /// <summary>
    /// The approved WhatsApp template to send instead of <see cref="Text"/> (<c>HX...</c>). Default <see langword="null"/>: no template
    /// is set for this kind of alert, or the channel is another one.
    /// </summary>
    public string? ContentSid { get; init; }

    /// <summary>
    /// The template's variables, keyed by their name in the template, such as <c>"1"</c>; <see langword="null"/> without
    /// <see cref="ContentSid"/>.
    /// </summary>
    public IReadOnlyDictionary<string, string>? ContentVariables { get; init; }

    /// <summary>
    /// Segments of the SMS, reserved units included; 0 on other channels. The value from a host's own formatter is used if it is higher
    /// than the measured one, and never if it is lower: budget, price and pacing depend on it.
    /// </summary>
    public int Segments { get; init; }

    /// <summary>The alphabet of the SMS; <see langword="null"/> on other channels.</summary>
    public SmsEncoding? Encoding { get; init; }

    /// <summary>The layout that was chosen.</summary>
    public AlertLayout Layout { get; init; }

    /// <summary>Whether part of the message did not fit; in a batch also whether whole alerts were left out.</summary>
    public bool IsCut { get; init; }

    /// <summary>Problems that did not stop the text but deserve attention. Never <see langword="null"/>.</summary>
    public IReadOnlyList<string> Warnings { get => field ?? []; init; }

    /// <summary>Returns what the text costs, without the text: alerts do not belong in a log.</summary>
    /// <returns>Layout, segments, encoding and whether it was cut.</returns>
    public override string ToString() =>
        $"{nameof(FormattedAlert)} {{ Layout = {Layout}, Segments = {Segments}, Encoding = {Encoding?.ToString() ?? "none"}, IsCut = {IsCut} }}";
}

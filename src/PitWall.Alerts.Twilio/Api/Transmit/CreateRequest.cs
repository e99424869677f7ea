namespace PitWall.Alerts.Twilio.Api;

/// <summary>A create on its way to Twilio: the form, and what gate and reconciliation must know of it.</summary>
internal sealed class CreateRequest : IDisposable
{
    /// <summary>Twilio's longest validity period (docs, Message resource, <c>ValidityPeriod</c>).</summary>
    private const long LongestValidity = 36_000;

    /// <summary>How far it has come.</summary>
    public CreateProgress Progress;

    private int _baseLength;
    private int _payments;
    private int _effects;

    public required CreateKind Kind { get; init; }

    public required AlertChannel Channel { get; init; }

    public required FormBuffer Form { get; init; }

    public required E164PhoneNumber To { get; init; }

    /// <summary>The recipient as it was written to us.</summary>
    public string? ToAsWritten { get; init; }

    /// <summary>The sender, where it is ours to choose.</summary>
    public string? From { get; init; }

    public string? MessagingServiceSid { get; init; }

    /// <summary>The text that Twilio's list will show; <see langword="null"/> where it shows another, as for a template.</summary>
    public string? ListedBody { get; init; }

    /// <summary>What the create counts for in the budget.</summary>
    public int Segments { get; init; } = 1;

    /// <summary>Whether the words of a call had to be cut to fit.</summary>
    public bool IsCut { get; init; }

    public CreateContext Context { get; init; }

    /// <summary>Whether an attempt may have taken effect at Twilio, as far as is known now.</summary>
    public bool MayHaveTakenEffect => _effects > 0;

    /// <summary>The segments that it was paid for and that certainly were not sent.</summary>
    public int UnusedSegments => Math.Max(0, _payments - _effects) * Segments;

    /// <summary>Its segments were taken from the budget.</summary>
    public void NotePayment() => _payments++;

    /// <summary>Twilio took it.</summary>
    public void NoteSuccess() => _effects++;

    /// <summary>An attempt failed. Something may still read its body, which belongs to no other create then.</summary>
    public void NoteFailure(bool mayHaveTakenEffect)
    {
        Form.Abandon();
        if (mayHaveTakenEffect)
            _effects++;
    }

    /// <summary>The recipient as the list's filter writes it.</summary>
    public string ToAddress => Channel == AlertChannel.WhatsApp ? "whatsapp:" + To.ToString() : To.ToString();

    /// <summary>The body of one attempt.</summary>
    /// <param name="timeLeft">How long Twilio may try to deliver a message from now on; <see langword="null"/> where the form says so.</param>
    public FormContent NextContent(TimeSpan? timeLeft)
    {
        if (_baseLength == 0)
            _baseLength = Form.Length;
        else
            Form.Renew(_baseLength);

        if (Kind == CreateKind.Message && timeLeft is { } left)
            Form.Append("ValidityPeriod"u8, Math.Clamp((long)left.TotalSeconds, 1, LongestValidity));

        return new FormContent(Form.Written);
    }

    public void Dispose() => Form.Dispose();
}

namespace PitWall.Alerts.Twilio.Api;

/// <summary>A create on its way to Twilio: the form, and what gate and reconciliation must know of it.</summary>
internal sealed class CreateRequest : IDisposable
{
    public required CreateKind Kind { get; init; }

    public required AlertChannel Channel { get; init; }

    public required FormBuffer Form { get; init; }

    public required E164PhoneNumber To { get; init; }

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

    /// <summary>The recipient as the list's filter writes it.</summary>
    public string ToAddress => Channel == AlertChannel.WhatsApp ? "whatsapp:" + To.ToString() : To.ToString();

    public void Dispose() => Form.Dispose();
}

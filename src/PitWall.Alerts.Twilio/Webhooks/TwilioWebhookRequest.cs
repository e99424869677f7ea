namespace PitWall.Alerts.Twilio;

/// <summary>A webhook request as it arrived, before anything in it is trusted. Immutable.</summary>
public sealed class TwilioWebhookRequest
{
    /// <summary>The exact public URL that Twilio called, query included, as it was on the wire.</summary>
    public required string Url { get; init; }

    /// <summary>The HTTP method. Default <c>POST</c>.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>The value of the <c>Content-Type</c> header; <see langword="null"/> when there was none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The raw bytes of the body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The value of the <c>X-Twilio-Signature</c> header; <see langword="null"/> when there was none, or more than one.</summary>
    public string? Signature { get; init; }

    /// <summary>Returns nothing of the request, because it contains numbers and texts.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(TwilioWebhookRequest);
}

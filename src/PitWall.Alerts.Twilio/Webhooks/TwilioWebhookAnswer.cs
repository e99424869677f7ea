namespace PitWall.Alerts.Twilio;

/// <summary>The answer to a webhook request. Immutable.</summary>
public sealed class TwilioWebhookAnswer
{
    private TwilioWebhookAnswer(int statusCode, string? body = null)
    {
        StatusCode = statusCode;
        Body = body;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The body, which is TwiML with the content type <c>text/xml</c>; <see langword="null"/> for none.</summary>
    public string? Body { get; }

    /// <summary>Accepted; there is nothing to say.</summary>
    internal static TwilioWebhookAnswer Taken { get; } = new(204);

    /// <summary>Signed, but not what this address is for.</summary>
    internal static TwilioWebhookAnswer BadRequest { get; } = new(400);

    /// <summary>Not signed by Twilio for this account.</summary>
    internal static TwilioWebhookAnswer Forbidden { get; } = new(403);

    internal static TwilioWebhookAnswer Twiml(string document) => new(200, document);
}

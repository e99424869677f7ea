namespace PitWall.Alerts.Twilio.Testing;

/// <summary>One attempt of the sandbox to call a webhook of the host.</summary>
public sealed record SandboxCallback
{
    internal SandboxCallback()
    {
    }

    /// <summary>When the attempt was made, on the sandbox's clock.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The address that was called and signed.</summary>
    public required string Url { get; init; }

    /// <summary><c>POST</c>, or <c>GET</c> if the host asked for it.</summary>
    public required string Method { get; init; }

    /// <summary>The fields that were sent, in order.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    /// <summary>The value of <c>X-Twilio-Signature</c>; null if the host was not called.</summary>
    public string? Signature { get; init; }

    /// <summary>The value of <c>I-Twilio-Idempotency-Token</c>: the same for every attempt at one webhook.</summary>
    public required string IdempotencyToken { get; init; }

    /// <summary>The number of the attempt; 1 for the first.</summary>
    public int Attempt { get; init; }

    /// <summary>The HTTP status with which the host answered; null without an answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The error Twilio's debugger would show, such as 11200 for no timely answer; null if all went well.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Why the host was not called, or what went wrong; null if all went well.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether the host was called at all. The sandbox calls loopback and allow-listed hosts only.</summary>
    public bool WasCalled => Signature is not null;

    /// <summary>Returns the value of a field, or null if it was not sent.</summary>
    /// <param name="name">The field's name, such as <c>MessageStatus</c>.</param>
    public string? Field(string name) => Fields.FirstOrDefault(field => field.Key == name).Value;
}

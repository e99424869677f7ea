using System.Globalization;
using PitWall.Alerts.Twilio.Testing.Faults;

namespace PitWall.Alerts.Twilio.Testing;

/// <summary>
/// A fault of a request to the API. Create one with the static members and pass it to <see cref="TwilioSandbox.Faults"/>.
/// Immutable.
/// </summary>
public sealed class SandboxFault
{
    private const string HtmlPage = "<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>";

    private SandboxFault(string name) => Name = name;

    /// <summary>The fault in words, as in <see cref="SandboxRequest.Fault"/>.</summary>
    public string Name { get; }

    /// <summary>
    /// Whether the request takes effect nevertheless: the message exists although the answer says otherwise, or never comes.
    /// </summary>
    public bool TakesEffect { get; private init; }

    internal FaultAnswer? Answer { get; private init; }

    internal FaultDamage Damage { get; private init; }

    internal TimeSpan Delay { get; private init; }

    /// <summary>429 with code 20429; nothing takes effect.</summary>
    /// <param name="retryAfter">The <c>Retry-After</c> header in seconds; null, the default, for none.</param>
    public static SandboxFault TooManyRequests(TimeSpan? retryAfter = null) => new("429")
    {
        Answer = FaultAnswer.Error(429, 20429, "Too Many Requests") with { RetryAfter = Seconds(retryAfter) },
    };

    /// <summary>429 with code 20429 whose <c>Retry-After</c> header is a date; nothing takes effect.</summary>
    /// <param name="retryAt">The time to retry at.</param>
    public static SandboxFault TooManyRequestsUntil(DateTimeOffset retryAt) => new("429 with a date")
    {
        Answer = FaultAnswer.Error(429, 20429, "Too Many Requests") with { RetryAfter = retryAt.ToString("R", CultureInfo.InvariantCulture) },
    };

    /// <summary>500 with code 20500.</summary>
    /// <param name="takesEffect">Whether the request takes effect before the error; false by default.</param>
    public static SandboxFault InternalError(bool takesEffect = false) => new("500" + After(takesEffect))
    {
        TakesEffect = takesEffect,
        Answer = FaultAnswer.Error(500, 20500, "Internal Server Error"),
    };

    /// <summary>503 with code 20503.</summary>
    /// <param name="retryAfter">The <c>Retry-After</c> header in seconds; null, the default, for none.</param>
    /// <param name="takesEffect">Whether the request takes effect before the error; false by default.</param>
    public static SandboxFault Unavailable(TimeSpan? retryAfter = null, bool takesEffect = false) => new("503" + After(takesEffect))
    {
        TakesEffect = takesEffect,
        Answer = FaultAnswer.Error(503, 20503, "Service Unavailable") with { RetryAfter = Seconds(retryAfter) },
    };

    /// <summary>Any refusal in Twilio's format; nothing takes effect.</summary>
    /// <param name="code">Twilio's code.</param>
    /// <param name="status">The HTTP status; 400 by default.</param>
    /// <param name="message">The message; a general one by default.</param>
    public static SandboxFault Refusal(int code, int status = 400, string message = "Refused by the sandbox") =>
        new("refusal " + code.ToString(CultureInfo.InvariantCulture)) { Answer = FaultAnswer.Error(status, code, message) };

    /// <summary>404 in the documented format that has neither <c>code</c> nor <c>more_info</c>.</summary>
    public static SandboxFault NotFoundWithoutCode() =>
        new("404 without a code") { Answer = FaultAnswer.ErrorWithoutCode(404, "The requested resource was not found") };

    /// <summary>A proxy's HTML page.</summary>
    /// <param name="status">The HTTP status; 200 by default.</param>
    /// <param name="takesEffect">Whether the request takes effect behind the proxy; false by default.</param>
    public static SandboxFault Html(int status = 200, bool takesEffect = false) => new("HTML page" + After(takesEffect))
    {
        TakesEffect = takesEffect,
        Answer = new FaultAnswer(status, HtmlPage, "text/html; charset=utf-8"),
    };

    /// <summary>The real answer, but with <c>Content-Type: text/plain</c>.</summary>
    public static SandboxFault WrongContentType() => new("wrong content type") { TakesEffect = true, Damage = FaultDamage.WrongContentType };

    /// <summary>The real status and headers, but no body.</summary>
    public static SandboxFault EmptyBody() => new("empty body") { TakesEffect = true, Damage = FaultDamage.EmptyBody };

    /// <summary>The real answer, but the connection ends in the middle of its body.</summary>
    public static SandboxFault CutBody() => new("cut body") { TakesEffect = true, Damage = FaultDamage.CutBody };

    /// <summary>A valid JSON answer of a given size that has none of the expected fields.</summary>
    /// <param name="bytes">Its size.</param>
    public static SandboxFault HugeBody(int bytes) => new("huge body") { TakesEffect = true, Answer = FaultAnswer.Huge(bytes) };

    /// <summary>The connection is reset without an answer.</summary>
    /// <param name="takesEffect">Whether the request takes effect before that; false by default.</param>
    public static SandboxFault Reset(bool takesEffect = false) =>
        new("reset" + After(takesEffect)) { TakesEffect = takesEffect, Damage = FaultDamage.Reset };

    /// <summary>The real answer, but late.</summary>
    /// <param name="delay">How long the answer is held back, on the sandbox's clock.</param>
    public static SandboxFault SlowHeaders(TimeSpan delay) =>
        new("slow headers") { TakesEffect = true, Damage = FaultDamage.SlowHeaders, Delay = delay };

    /// <summary>The real answer, but its body pauses half way.</summary>
    /// <param name="delay">How long it pauses, on the sandbox's clock.</param>
    public static SandboxFault SlowBody(TimeSpan delay) => new("slow body") { TakesEffect = true, Damage = FaultDamage.SlowBody, Delay = delay };

    private static string? Seconds(TimeSpan? time) =>
        time is { } value ? ((int)Math.Ceiling(value.TotalSeconds)).ToString(CultureInfo.InvariantCulture) : null;

    private static string After(bool takesEffect) => takesEffect ? " after it took effect" : "";
}

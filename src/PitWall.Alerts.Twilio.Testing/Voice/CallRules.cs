using System.Globalization;
using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Testing.Messages;
using PitWall.Alerts.Twilio.Testing.Rest;

namespace PitWall.Alerts.Twilio.Testing.Voice;

/// <summary>
/// What can be said about the parameters of a new call without knowing the account. Source: Twilio docs, Call resource, and the page of
/// each error.
/// </summary>
internal static class CallRules
{
    // Source: Twilio docs, error 32018.
    private const int MaxTwiml = 4000;

    // Source: Twilio docs, Call resource, Timeout.
    private const int MaxTimeoutSeconds = 600;

    // Source: Twilio docs, Call resource, SendDigits.
    private const int MaxSendDigits = 32;

    private static readonly string[] Events = ["initiated", "ringing", "answered", "completed"];

    public static ApiError? Check(ApiRequest request) =>
        CheckInstructions(request) ?? CheckTimes(request) ?? CheckCallbacks(request) ?? CheckDetection(request);

    public static ApiError? CheckUrl(ApiRequest request, string name) =>
        request[name] is not { } url || WebhookAddress.TryParse(url, out _) ? null : new(21205, $"{name} is not a valid URL: {url}");

    /// <summary>Inline instructions count only without a URL.</summary>
    public static ApiError? CheckTwiml(ApiRequest request) =>
        request["Url"] is null && request["Twiml"] is { Length: > MaxTwiml }
            ? new(32018, "The Twiml parameter exceeds the limit of 4000 characters.")
            : null;

    private static ApiError? CheckInstructions(ApiRequest request) =>
        request["To"] is null ? new(21201, "No 'To' number is specified")
        : request["From"] is null ? new(21213, "No 'From' number is specified")
        : request["Url"] is null && request["Twiml"] is null && request["ApplicationSid"] is null ? new(21205, "Url parameter is required.")
        : CheckUrl(request, "Url") ?? CheckUrl(request, "FallbackUrl") ?? CheckTwiml(request);

    private static ApiError? CheckTimes(ApiRequest request) =>
        request["Timeout"] is { } timeout && !IsNumber(timeout, MaxTimeoutSeconds) ? new(21208, "The 'Timeout' must be between 1 and 600 seconds.")
        : request["TimeLimit"] is { } limit && !IsNumber(limit, int.MaxValue) ? new(20422, "The 'TimeLimit' must be a positive number of seconds.")
        : request["SendDigits"] is { } digits && (digits.Length > MaxSendDigits || digits.AsSpan().ContainsAnyExcept("0123456789*#wW"))
            ? new(21206, "Invalid 'SendDigits'.")
        : null;

    private static ApiError? CheckCallbacks(ApiRequest request) =>
        MessageRules.CheckCallback(request["StatusCallback"]) is { } malformed ? malformed
        : request.All("StatusCallbackEvent").FirstOrDefault(static name => !Events.Contains(name)) is { } unknown
            ? new(21626, $"'{unknown}' is not a call progress event.")
        : null;

    private static ApiError? CheckDetection(ApiRequest request) =>
        request["MachineDetection"] is null or "Enable" or "DetectMessageEnd"
            ? null
            : new(20422, "The 'MachineDetection' must be Enable or DetectMessageEnd.");

    private static bool IsNumber(string text, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= max;
}

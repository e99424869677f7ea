using System.Globalization;
using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Testing.Rest;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>What can be said about the parameters of a new message without knowing the account.</summary>
/// <remarks>Source: Twilio docs, "Message resource", and the page of each error. The order of the checks is not documented and is ours.</remarks>
internal static class MessageRules
{
    // Source: Twilio docs, error 21617.
    private const int MaxBody = 1600;

    // Source: Twilio docs, error 21623.
    private const int MaxMedia = 10;

    // Source: Twilio docs, error 21609.
    private const int MaxCallbackUrl = 4000;

    // Source: Twilio docs, Message resource, ValidityPeriod.
    private const int MaxValiditySeconds = 36000;

    public static ApiError? Check(ApiRequest request) =>
        CheckAddresses(request)
        ?? CheckContent(request)
        ?? CheckTemplate(request)
        ?? CheckCallback(request["StatusCallback"])
        ?? CheckDelivery(request);

    /// <summary>An absolute http or https address without an underscore in its host.</summary>
    public static ApiError? CheckCallback(string? url) =>
        url is null
        || (url.Length <= MaxCallbackUrl && WebhookAddress.TryParse(url, out var address) && !address.Authority.Contains('_', StringComparison.Ordinal))
            ? null
            : new(21609, $"The 'StatusCallback' URL {url} is not a valid URL.");

    private static ApiError? CheckAddresses(ApiRequest request) =>
        request["To"] is null ? new(21604, "A 'To' phone number is required.")
        : request["From"] is null && request["MessagingServiceSid"] is null
            ? new(21603, "A 'From' phone number or a 'MessagingServiceSid' is required.")
        : null;

    private static ApiError? CheckContent(ApiRequest request)
    {
        var media = request.All("MediaUrl").ToList();
        var body = request["Body"] ?? "";
        if (body.Length == 0 && media.Count == 0 && request["ContentSid"] is null) return new(21602, "Message body is required.");
        if (body.Length > MaxBody) return new(21617, "The concatenated message body exceeds the 1600 character limit.");
        if (media.Count > MaxMedia) return new(21623, "The number of media files exceeds the limit of 10.");

        return media.Find(static url => !WebhookAddress.TryParse(url, out _)) is { } bad ? new(21620, $"Invalid media URL: {bad}") : null;
    }

    private static ApiError? CheckTemplate(ApiRequest request)
    {
        if (request["ContentVariables"] is not { } variables) return null;
        if (request["ContentSid"] is null) return new(21654, "The 'ContentVariables' parameter needs a 'ContentSid'.");

        return ContentVariables.TryParse(variables, out _) ? null : new(21656, "The 'ContentVariables' parameter is invalid.");
    }

    private static ApiError? CheckDelivery(ApiRequest request)
    {
        if (request["ContentRetention"] is not (null or "retain" or "discard")) return new(30029, "Invalid ContentRetention.");
        if (request["AddressRetention"] is not (null or "retain" or "obfuscate")) return new(30030, "Invalid AddressRetention.");
        if (request["MaxPrice"] is { } price && !(decimal.TryParse(price, NumberStyles.Number, CultureInfo.InvariantCulture, out var max) && max > 0))
            return new(21627, "The 'MaxPrice' must be a positive number.");
        if (request["ValidityPeriod"] is not { } validity) return null;
        if (!int.TryParse(validity, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds == 0)
            return new(90014, "The 'ValidityPeriod' must be a positive integer.");

        return seconds <= MaxValiditySeconds ? null : new(90007, "The 'ValidityPeriod' must be at most 36000 seconds.");
    }
}

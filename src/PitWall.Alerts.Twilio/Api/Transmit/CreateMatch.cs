using System.Text;

namespace PitWall.Alerts.Twilio.Api;

/// <summary>Whether a listed message or call could be the one whose answer was lost.</summary>
internal static class CreateMatch
{
    /// <summary>What a trial account puts before every text (Twilio docs, free trial limitations).</summary>
    private const string TrialPrefix = "Sent from your Twilio trial account - ";

    public static bool CouldBe(CreateRequest request, ListedCreate listed) =>
        IsOutboundOverApi(listed.Direction)
        && HasRecipient(request, listed.To)
        && HasSender(request, listed)
        && HasBody(request.ListedBody, listed.Body);

    /// <summary>A text without what Twilio does to it on the way: the trial prefix, look-alike characters, white space.</summary>
    internal static string Normalize(string body)
    {
        if (body.StartsWith(TrialPrefix, StringComparison.Ordinal))
            body = body[TrialPrefix.Length..];

        var plain = new StringBuilder(body.Length);
        foreach (var c in SmsText.ToGsm7(body).Text)
        {
            if (!char.IsWhiteSpace(c))
                plain.Append(c);
        }

        return plain.ToString();
    }

    private static bool IsOutboundOverApi(string? direction) => direction is null or "outbound-api";

    private static bool HasRecipient(CreateRequest request, string? to) =>
        to is null || to.Contains('X', StringComparison.Ordinal) || string.Equals(to, request.ToAddress, StringComparison.Ordinal);

    private static bool HasSender(CreateRequest request, ListedCreate listed)
    {
        if (request.MessagingServiceSid is { } service && listed.MessagingServiceSid is { } theirs)
            return service == theirs;

        return request.From is null || listed.From is null || string.Equals(request.From, listed.From, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Whether a text that was sent could be listed like this. An empty body in the list was redacted or is not kept; a text that
    /// is not listed as it was sent cannot be compared.
    /// </summary>
    internal static bool HasBody(string? sent, string? listed) =>
        sent is null || string.IsNullOrEmpty(listed) || Normalize(sent) == Normalize(listed);
}

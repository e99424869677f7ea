using System.Xml.Linq;
using PitWall.Alerts.Twilio.Testing.Callbacks;
using PitWall.Alerts.Twilio.Testing.Phones;
using PitWall.Alerts.Twilio.Testing.Voice;

namespace PitWall.Alerts.Twilio.Testing.Messages;

/// <summary>Reads the messages out of a host's answer to a text.</summary>
/// <remarks>
/// Source: Twilio docs, "TwiML for Programmable Messaging" and errors 12100, 12300, 14101 and 14109. A reply on another channel than the text's is
/// undocumented and refused here, because its sender is the number that was written to.
/// </remarks>
internal static class TextReplies
{
    // Source: Twilio docs, error 14109.
    private const int MaxReplies = 10;

    // Source: Twilio docs, error 21623.
    private const int MaxMedia = 10;

    private const string PlainText = "text/plain";

    /// <summary>An answer that is no TwiML is a failed webhook like any other: named in the log, and the fallback is asked.</summary>
    public static WebhookAnswer Judge(WebhookAnswer answer, SandboxChannel channel)
    {
        if (answer.ContentType == PlainText) return answer;
        if (TwimlDocument.FromAnswer(answer.ContentType, answer.Body, out var problem) is not { } document)
            return answer with { ErrorCode = problem.Code, Problem = problem.Detail };

        return Messages(document).Select(static message => (string?)message.Attribute("to")).FirstOrDefault(to => !IsTextable(to, channel)) is { } bad
            ? answer with { ErrorCode = 14101, Problem = $"The 'to' of a reply, '{bad}', cannot be texted." }
            : answer;
    }

    /// <summary>Reads an answer that was judged and found good.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="url">The webhook's address, which relative addresses of media start from.</param>
    public static IReadOnlyList<TextReply> Read(WebhookAnswer answer, string url)
    {
        if (!answer.IsSuccess || answer.Body.Length == 0) return [];
        if (answer.ContentType == PlainText) return [new TextReply(null, answer.Body, [])];
        if (TwimlDocument.FromAnswer(answer.ContentType, answer.Body, out _) is not { } document) return [];

        return [.. Messages(document).Select(message => Read(message, url)).Where(static reply => reply.Body.Length + reply.MediaUrls.Count > 0)];
    }

    private static TextReply Read(XElement message, string url)
    {
        var media = message.Elements("Media").Take(MaxMedia).Select(element => Absolute(element.Value.Trim(), url)).ToList();
        return new TextReply((string?)message.Attribute("to"), (string?)message.Element("Body") ?? OwnText(message), media);
    }

    /// <summary>The text between the elements; where there are any, what indents them is none.</summary>
    private static string OwnText(XElement message)
    {
        var text = string.Concat(message.Nodes().OfType<XText>().Select(static part => part.Value));
        return message.HasElements ? text.Trim() : text;
    }

    private static IEnumerable<XElement> Messages(TwimlDocument document) =>
        document.Verbs.Where(static verb => verb.Name == "Message").Take(MaxReplies);

    private static bool IsTextable(string? to, SandboxChannel channel) =>
        to is null || (PhoneAddress.Normalize(to) is { } address && PhoneAddress.Channel(address) == channel);

    private static string Absolute(string address, string url) =>
        WebhookAddress.TryParse(url, out var webhook) && Uri.TryCreate(webhook.Uri, address, out var absolute) ? absolute.AbsoluteUri : address;
}
